/**
 * Line, from 1, of the value at a path in a JSON text; of the innermost value above it where the path leads nowhere. Scans the
 * text once and builds nothing, since logs can be large.
 */
export function jsonLine(text: string, path: readonly PropertyKey[]): number {
  let at = skipSpace(text, 0);
  for (const key of path) {
    const inner = text[at] === '{' ? memberOf(text, at, String(key)) : elementOf(text, at, Number(key));
    if (inner === null) break;
    at = inner;
  }
  return text.slice(0, at).split('\n').length;
}

/** Where the value of a member begins. */
function memberOf(text: string, object: number, name: string): number | null {
  let at = skipSpace(text, object + 1);
  while (text[at] === '"') {
    const end = skipValue(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    if (JSON.parse(text.slice(at, end)) === name) return value;
    at = skipSpace(text, skipSpace(text, skipValue(text, value)) + 1);
  }
  return null;
}

/** Where an element of a list begins. */
function elementOf(text: string, list: number, index: number): number | null {
  if (text[list] !== '[') return null;
  let at = skipSpace(text, list + 1);
  for (let i = 0; i < index; i++) {
    at = skipSpace(text, skipValue(text, at));
    if (text[at] !== ',') return null;
    at = skipSpace(text, at + 1);
  }
  return text[at] === ']' ? null : at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (' \t\r\n'.includes(text[at] ?? 'end')) at += 1;
  return at;
}

/** End of a value; the text is known to be JSON. */
function skipValue(text: string, from: number): number {
  let at = from;
  let depth = 0;
  do {
    const char = text[at] ?? '';
    if (char === '"') {
      at = skipString(text, at);
    } else {
      if ('{['.includes(char)) depth += 1;
      if ('}]'.includes(char)) depth -= 1;
      at += 1;
    }
  } while (at < text.length && (depth > 0 || isWithinWord(text, at, from)));
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Whether a number, `true`, `false` or `null` goes on. */
function isWithinWord(text: string, at: number, from: number): boolean {
  return /[\w+.-]/.test(text[from] ?? '') && /[\w+.-]/.test(text[at] ?? '');
}
