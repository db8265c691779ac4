/** Names of sections are lower case: `situation`, `plan-3`. */
const TAG = /^\\*<\/?[a-z][a-z0-9-]*>$/;
const OPENING = /^<([a-z][a-z0-9-]*)>$/;

/**
 * A named part of a prompt: its body between two lines `<name>` and `</name>`. A line of the body that looks like such
 * a tag gets a backslash in front, so that nothing a teammate writes can end a section.
 */
export function section(name: string, body: string): string {
  const lines = body.split('\n').map((line) => (TAG.test(line) ? `\\${line}` : line));
  return [`<${name}>`, ...lines, `</${name}>`].join('\n');
}

/** The sections in a text, by name: the inverse of `section`. What stands outside of sections is left out. */
export function readSections(text: string): Readonly<Record<string, string>> {
  const sections: Record<string, string> = {};
  let open: { readonly name: string; readonly lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    if (open === null) {
      const name = OPENING.exec(line)?.[1];
      if (name !== undefined) open = { name, lines: [] };
    } else if (line === `</${open.name}>`) {
      sections[open.name] = open.lines.join('\n');
      open = null;
    } else {
      open.lines.push(TAG.test(line) ? line.replace('\\', '') : line);
    }
  }
  return sections;
}
