import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { RESAMPLES, resampledClusters } from './resamples.js';

it('draws the same clusters whatever was drawn before, and others for another seed', () => {
  const generator = xoroshiro128plus(7);
  const fresh = Array.from({ length: RESAMPLES * 6 }, () => uniformInt(generator, 0, 5));
  expect([...resampledClusters(7, 6)]).toEqual(fresh);
  // More numbers than are kept.
  for (let clusters = 1; clusters <= 20; clusters++) {
    expect(resampledClusters(7, clusters)).toHaveLength(RESAMPLES * clusters);
  }
  expect([...resampledClusters(7, 6)]).toEqual(fresh);
  expect([...resampledClusters(8, 6)]).not.toEqual(fresh);
});
