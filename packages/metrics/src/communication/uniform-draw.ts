import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Numbers of 32 bits. */
const WORDS = 0x1_0000_0000;
const SIGN = 0x8000_0000;

/**
 * Draws a whole number below a range of 1 … 2³¹ − 1: the number that `uniformInt` of pure-rand draws. Draws are most of
 * what a permutation null costs.
 */
export function drawBelow(range: number, generator: RandomGenerator): number {
  let value = (generator.next() ^ SIGN) >>> 0;
  // The last, incomplete run of the range would favour its low numbers. It is shorter than the range.
  while (value >= WORDS - range && value >= wholeRuns(range)) value = (generator.next() ^ SIGN) >>> 0;
  // The remainder: exact for numbers of 32 bits, and faster than the remainder of whole numbers.
  return value - Math.floor(value / range) * range;
}

/** The numbers of 32 bits that are in a complete run of the range. */
function wholeRuns(range: number): number {
  return Math.floor(WORDS / range) * range;
}
