import { quantileSorted, sum } from 'simple-statistics';
import { RESAMPLES, resampledClusters } from './resamples.js';

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Fixed, so that the same episodes always give the same interval. */
const SEED = 20_001;

/**
 * 95 % percentile bootstrap interval of the mean over all values. Draws whole clusters (all repeats of a seed) with
 * replacement, because repeats of a seed share its world and are not independent. `clusters` must not be empty.
 */
export function bootstrapInterval(clusters: readonly (readonly number[])[]): Interval {
  const totals = clusters.map((values) => ({ sum: sum([...values]), count: values.length }));
  const drawn = resampledClusters(SEED, totals.length);
  const means = Float64Array.from({ length: RESAMPLES }, (_, resample) => {
    let drawnSum = 0;
    let drawnCount = 0;
    for (let i = resample * totals.length; i < (resample + 1) * totals.length; i++) {
      const total = totals[drawn[i] ?? 0];
      drawnSum += total?.sum ?? 0;
      drawnCount += total?.count ?? 0;
    }
    return drawnSum / drawnCount;
  }).sort();
  const sorted = [...means];
  return { low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
}
