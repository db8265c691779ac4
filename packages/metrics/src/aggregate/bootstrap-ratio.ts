import { quantileSorted } from 'simple-statistics';
import type { Interval } from './bootstrap.js';
import { RESAMPLES, resampledClusters } from './resamples.js';

/** Fixed, so that the same episodes always give the same interval. */
const SEED = 20_002;

/**
 * 95 % percentile bootstrap interval of Σ above / Σ below, pairs (one per seed) drawn together. Resamples in which
 * nothing is left below count as the end of the scale, so that they widen the interval. `pairs` must not be empty.
 */
export function bootstrapRatio(
  pairs: readonly { readonly above: number; readonly below: number }[],
): Interval {
  const drawn = resampledClusters(SEED, pairs.length);
  const ratios = Array.from({ length: RESAMPLES }, (_, resample) => {
    let above = 0;
    let below = 0;
    for (let i = resample * pairs.length; i < (resample + 1) * pairs.length; i++) {
      const pair = pairs[drawn[i] ?? 0];
      above += pair?.above ?? 0;
      below += pair?.below ?? 0;
    }
    return below === 0 ? Math.sign(above) * Number.MAX_VALUE : above / below;
  }).sort((a, b) => a - b);
  return { low: quantileSorted(ratios, 0.025), high: quantileSorted(ratios, 0.975) };
}
