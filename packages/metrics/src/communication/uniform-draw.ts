import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Numbers of 32 bits. */
const WORDS = 0x1_0000_0000;
const SIGN = 0x8000_0000;

/**
 * Draws whole numbers below a range of 1 … 2³¹ − 1: the numbers that `uniformInt` of pure-rand draws. Draws are most of
 * what a permutation null costs.
 */
export function createDraw(seed: number): (range: number) => number {
  const generator = xoroshiro128plus(seed);
  return (range) => {
    let value = (generator.next() ^ SIGN) >>> 0;
    // The last, incomplete run of the range would favour its low numbers. It is shorter than the range.
    while (value >= WORDS - range && value >= wholeRuns(range)) value = (generator.next() ^ SIGN) >>> 0;
    // The remainder: exact for numbers of 32 bits, and faster than the remainder of whole numbers.
    return value - Math.floor(value / range) * range;
  };
}

/** The numbers of 32 bits that are in a complete run of the range. */
function wholeRuns(range: number): number {
  return Math.floor(WORDS / range) * range;
}
