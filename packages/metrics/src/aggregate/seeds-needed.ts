import { QuorumError } from '@quorum/events';
import { probit } from 'simple-statistics';
import { smallestPValue } from './sign-flip-test.js';
import { MIN_SEEDS_FOR_TEST } from './summarise.js';

/** What a paired comparison is to find. */
export interface Detection {
  /** Standard deviation of the differences between seeds. */
  readonly sd: number;
  /** The difference to find, in the unit of `sd`; above 0. */
  readonly difference: number;
  /** Chance of finding it when it is there, between 0 and 1. */
  readonly power: number;
  /** Two-sided level of the one comparison, between 0 and 1; for a family with Holm, α over its size is on the safe side. */
  readonly alpha: number;
}

/**
 * Seeds that a paired comparison needs: n = (z₁₋α⸝₂ + z_power)² (sd / difference)² + z²₁₋α⸝₂ / 2, the normal approximation
 * with Guenther's correction for the estimated deviation. Never fewer than a significance statement needs, nor than
 * the sign-flip test needs to reach α at all.
 *
 * Source: Guenther 1981, Sample size formulas for normal theory t tests.
 * @throws QuorumError `USAGE` when no number of seeds can reach α
 */
export function seedsNeeded({ sd, difference, power, alpha }: Detection): number {
  if (smallestPValue(Number.MAX_SAFE_INTEGER) > alpha) {
    throw new QuorumError('USAGE', `The sign-flip test cannot say less than ${alpha}.`, {
      fix: 'compare fewer conditions, or allow a larger α.',
    });
  }
  const zLevel = probit(1 - alpha / 2);
  const reach = ((zLevel + probit(power)) * sd) / difference;
  let seeds = Math.max(MIN_SEEDS_FOR_TEST, Math.ceil(reach * reach + (zLevel * zLevel) / 2));
  while (smallestPValue(seeds) > alpha) seeds += 1;
  return seeds;
}
