import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantileSorted } from 'simple-statistics';
import type { Interval } from './bootstrap.js';

const RESAMPLES = 2000;
/** Fixed, so that the same episodes always give the same interval. */
const SEED = 20_002;

/**
 * 95 % percentile bootstrap interval of Σ above / Σ below, pairs (one per seed) drawn together. Resamples in which
 * nothing is left below count as the end of the scale, so that they widen the interval. `pairs` must not be empty.
 */
export function bootstrapRatio(
  pairs: readonly { readonly above: number; readonly below: number }[],
): Interval {
  const generator = xoroshiro128plus(SEED);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    let above = 0;
    let below = 0;
    for (let i = 0; i < pairs.length; i++) {
      const drawn = pairs[uniformInt(generator, 0, pairs.length - 1)];
      above += drawn?.above ?? 0;
      below += drawn?.below ?? 0;
    }
    return below === 0 ? Math.sign(above) * Number.MAX_VALUE : above / below;
  }).sort((a, b) => a - b);
  return { low: quantileSorted(ratios, 0.025), high: quantileSorted(ratios, 0.975) };
}
