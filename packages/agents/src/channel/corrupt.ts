import type { Rng } from '@quorum/env';

/** What characters turn into: nothing that breaks a line, a quote or a surrogate pair. */
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz0123456789 .,-'];

/**
 * A text with each character (code point) replaced by another with chance `share`. Two draws for each character, so that a
 * higher share changes the same characters and more.
 */
export function corrupt(text: string, share: number, rng: Rng): string {
  let result = '';
  for (const character of text) {
    const hit = rng.uniform() < share;
    const draw = rng.uniform();
    result += hit ? another(character, draw) : character;
  }
  return result;
}

function another(character: string, draw: number): string {
  const others = ALPHABET.filter((letter) => letter !== character);
  return others[Math.floor(draw * others.length)] ?? '';
}
