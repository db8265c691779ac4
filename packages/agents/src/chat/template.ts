import { QuorumError } from '@quorum/events';

/** A prompt as its file holds it. */
export interface Template {
  readonly name: string;
  /** Raised with every edit. */
  readonly version: number;
  /** Its text between blank lines. Each is a part of its own in the prompt, so that the log stores what repeats once. */
  readonly paragraphs: readonly string[];
}

const FILE = /^---\nversion: (\d+)\n---\n([^]+)$/;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * Reads a prompt file: front matter with a version, then the text.
 *
 * @throws QuorumError `INTERNAL` if it is anything else: prompt files belong to the package
 */
export function parseTemplate(name: string, file: string): Template {
  const [, version, text] = FILE.exec(file.replaceAll('\r\n', '\n')) ?? [];
  if (version === undefined || text === undefined) {
    throw new QuorumError('INTERNAL', `prompts/${name}.md: no text under a front matter with a version.`);
  }
  return { name, version: Number(version), paragraphs: text.trim().split(/\n{2,}/) };
}

/**
 * The paragraphs with `{{name}}` filled in.
 *
 * @throws QuorumError `INTERNAL` if a placeholder has no value or a value has no placeholder
 */
export function fillTemplate(template: Template, values: Readonly<Record<string, string>> = {}): string[] {
  const unused = new Set(Object.keys(values));
  const paragraphs = template.paragraphs.map((paragraph) =>
    paragraph.replace(PLACEHOLDER, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw mismatch(template, `nothing fills {{${name}}}`);
      unused.delete(name);
      return value;
    }),
  );
  const [extra] = unused;
  if (extra !== undefined) throw mismatch(template, `there is no {{${extra}}}`);
  return paragraphs;
}

function mismatch({ name }: Template, what: string): QuorumError {
  return new QuorumError('INTERNAL', `prompts/${name}.md: ${what}.`);
}
