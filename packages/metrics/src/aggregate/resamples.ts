import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Resamples of a bootstrap. */
export const RESAMPLES = 2000;

/** Numbers of clusters whose draws are kept. */
const MOST_KEPT = 16;
const kept = new Map<string, Uint32Array>();

/**
 * Which clusters each resample is made of: `RESAMPLES` times `clusters` indices, one resample after the other. The same
 * seed and number give the same draws, so they are drawn once for all columns of a report.
 */
export function resampledClusters(seed: number, clusters: number): Uint32Array {
  const key = `${seed}:${clusters}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const generator = xoroshiro128plus(seed);
  const drawn = new Uint32Array(RESAMPLES * clusters).map(() => uniformInt(generator, 0, clusters - 1));
  if (kept.size === MOST_KEPT) kept.clear();
  kept.set(key, drawn);
  return drawn;
}
