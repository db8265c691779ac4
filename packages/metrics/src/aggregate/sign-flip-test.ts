import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Up to this many differences all 2ⁿ sign patterns are tried. */
const MAX_EXACT = 16;
const RANDOM_PATTERNS = 20_000;
/** Fixed, so that the same differences always give the same p. */
const SEED = 20_002;

/**
 * Two-sided p of the sign-flip (paired permutation) test: how often a random choice of signs gives a sum at least as
 * far from zero. Exact up to 16 differences; beyond that from 20 000 seeded patterns, the observed one added.
 */
export function signFlipTest(differences: readonly number[]): number {
  const size = differences.reduce((sum, value) => sum + Math.abs(value), 0);
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  // Sums that are equal on paper may differ in the last bits.
  const threshold = observed - size * 1e-12;
  return differences.length <= MAX_EXACT ? exact(differences, threshold) : monteCarlo(differences, threshold);
}

/** The smallest p that the test can say of `n` differences: more comparisons need more seeds before any can be found. */
export function smallestPValue(n: number): number {
  return n <= MAX_EXACT ? 2 / (1 << n) : 1 / (RANDOM_PATTERNS + 1);
}

function exact(differences: readonly number[], threshold: number): number {
  const patterns = 1 << differences.length;
  let extreme = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    const flipped = differences.reduce((sum, value, i) => sum + (pattern & (1 << i) ? value : -value), 0);
    if (Math.abs(flipped) >= threshold) extreme += 1;
  }
  return extreme / patterns;
}

function monteCarlo(differences: readonly number[], threshold: number): number {
  const generator = xoroshiro128plus(SEED);
  let extreme = 1;
  for (let pattern = 0; pattern < RANDOM_PATTERNS; pattern++) {
    const flipped = differences.reduce(
      (sum, value) => sum + (uniformInt(generator, 0, 1) === 1 ? value : -value),
      0,
    );
    if (Math.abs(flipped) >= threshold) extreme += 1;
  }
  return extreme / (RANDOM_PATTERNS + 1);
}
