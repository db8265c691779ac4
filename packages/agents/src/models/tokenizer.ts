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

/** Rules, schemas and other parts of prompts recur at every call. */
const counted = new Map<string, number>();
const MOST_COUNTED = 256;
const LONGEST_COUNTED = 32_768;

/** Text in angle brackets and bars is text here, whatever it means to a model. */
const asPlainText = { disallowedSpecial: new Set<string>() };

// Loading takes a third of a second: teams that do not talk never pay for it.
let encoding: typeof o200k | undefined;

/** Tokens of a text, by the pinned tokenizer. Any string has a length; none throws. */
export function countTokens(text: string): number {
  const known = counted.get(text);
  if (known !== undefined) return known;
  const tokens = count(text);
  if (text.length > LONGEST_COUNTED) return tokens;
  const oldest = counted.size < MOST_COUNTED ? undefined : counted.keys().next().value;
  if (oldest !== undefined) counted.delete(oldest);
  counted.set(text, tokens);
  return tokens;
}

function count(text: string): number {
  encoding ??= createRequire(import.meta.url)('gpt-tokenizer/encoding/o200k_base') as typeof o200k;
  let tokens = 0;
  // Every second part is a long stretch.
  for (const [index, part] of text.split(longStretch).entries()) {
    for (const each of index % 2 === 0 ? [part] : (part.match(piece) ?? [])) {
      tokens += encoding.countTokens(each, asPlainText);
    }
  }
  return tokens;
}
