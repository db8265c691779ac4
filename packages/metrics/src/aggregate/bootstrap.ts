import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { quantileSorted, sum } from 'simple-statistics';

/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
/** Fixed, so that the same episodes always give the same interval. */
const SEED = 20_001;

/**
 * 95 % percentile bootstrap interval of the mean over all values. Draws whole clusters (all repeats of a seed) with
 * replacement, because repeats of a seed share its world and are not independent. `clusters` must not be empty.
 */
export function bootstrapInterval(clusters: readonly (readonly number[])[]): Interval {
  const totals = clusters.map((values) => ({ sum: sum([...values]), count: values.length }));
  const generator = xoroshiro128plus(SEED);
  const means = Array.from({ length: RESAMPLES }, () => {
    let drawnSum = 0;
    let drawnCount = 0;
    for (let i = 0; i < totals.length; i++) {
      const drawn = totals[uniformInt(generator, 0, totals.length - 1)];
      drawnSum += drawn?.sum ?? 0;
      drawnCount += drawn?.count ?? 0;
    }
    return drawnSum / drawnCount;
  }).sort((a, b) => a - b);
  return { low: quantileSorted(means, 0.025), high: quantileSorted(means, 0.975) };
}
