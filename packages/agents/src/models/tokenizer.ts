import { createRequire } from 'node:module';
import type * as o200k from 'gpt-tokenizer/encoding/o200k_base';

/**
 * The one tokenizer that lengths are measured with, whatever model speaks: virtual time and budgets must not depend on
 * the provider. Its version belongs into every header whose episode counts tokens.
 */
export const TOKENIZER = 'gpt-tokenizer-4.0.0/o200k_base';

/**
 * Merging is quadratic in a stretch that the tokenizer does not split, so that 100 kB of one letter take seconds. Longer
 * stretches are counted in pieces of this many characters.
 */
const LONGEST_STRETCH = 128;
const longStretch = stretch(`{${LONGEST_STRETCH + 1},}`);
const piece = new RegExp(`[^]{1,${LONGEST_STRETCH}}`, 'gu');

/** What never splits: letters, signs, white space, and the line ends and slashes that may follow signs. */
function stretch(repeated: string): RegExp {
  const classes = ['[\\p{L}\\p{M}]', '[^\\s\\p{L}\\p{N}]', '\\s', '[\\r\\n/]'];
  return new RegExp(`(${classes.map((each) => each + repeated).join('|')})`, 'u');
}

/** Between lines, at places where no token of the encoding goes on: what starts with these signs starts a new one. */
const lineStart = /(?<=\n)(?=[^\s/])/u;

/** Rules, schemas and other parts of prompts recur at every call; in parts that change, most lines do. */
const countedTexts = new Map<string, number>();
const countedLines = new Map<string, number>();
const MOST_TEXTS = 256;
const MOST_LINES = 4096;
const LONGEST_TEXT = 32_768;
const LONGEST_LINE = 1024;

/** Text in angle brackets and bars is text here, whatever it means to a model. */
const asPlainText = { disallowedSpecial: new Set<string>() };

// Loading takes a third of a second: teams that do not talk never pay for it.
let encoding: typeof o200k | undefined;

/** Tokens of a text, by the pinned tokenizer. Any string has a length; none throws. */
export function countTokens(text: string): number {
  const known = countedTexts.get(text);
  if (known !== undefined) return known;
  let tokens = 0;
  for (const line of text.split(lineStart)) tokens += countLine(line);
  if (text.length <= LONGEST_TEXT) note(countedTexts, MOST_TEXTS, text, tokens);
  return tokens;
}

function countLine(line: string): number {
  const known = countedLines.get(line);
  if (known !== undefined) return known;
  const tokens = count(line);
  if (line.length <= LONGEST_LINE) note(countedLines, MOST_LINES, line, tokens);
  return tokens;
}

/** Remembers a length in place of the one noted first, if there are too many. */
function note(counted: Map<string, number>, most: number, text: string, tokens: number): void {
  const oldest = counted.size < most ? undefined : counted.keys().next().value;
  if (oldest !== undefined) counted.delete(oldest);
  counted.set(text, tokens);
}

function count(text: string): number {
  encoding ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/o200k_base') as typeof o200k;
  if (text.length <= LONGEST_STRETCH) return encoding.countTokens(text, asPlainText);
  let tokens = 0;
  // Every second part is a long stretch.
  for (const [index, part] of text.split(longStretch).entries()) {
    for (const each of index % 2 === 0 ? [part] : (part.match(piece) ?? [])) {
      tokens += encoding.countTokens(each, asPlainText);
    }
  }
  return tokens;
}
