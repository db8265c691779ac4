import { expect, it } from 'vitest';
import { dependenceOf, poolDependence } from './dependence.js';
import { countPair, type JointCounts } from './joint-counts.js';

/** Pairs of message and action, each as two digits. */
function joint(...pairs: string[]): JointCounts {
  const counts: JointCounts = new Map();
  for (const [said, done] of pairs) countPair(counts, Number(said), Number(done));
  return counts;
}

it('keeps what it rests on, group by group', () => {
  const episode = dependenceOf([joint('10', '01', '10'), joint(), joint('22')]);
  expect(episode).toMatchObject({ pairs: 4 });
  expect(episode.joint).toEqual([
    [
      [0, 1, 1],
      [1, 0, 2],
    ],
    [[2, 2, 1]],
  ]);
});

it('gives one episode back as it is, and nothing without any', () => {
  const episode = dependenceOf([joint('00', '11', '00', '11'), joint('01', '10')]);
  expect({ ...poolDependence([episode]), joint: episode.joint }).toEqual(episode);
  expect(poolDependence([])).toMatchObject({ pairs: 0, information: null, pValue: null });
});

it('finds what no episode is long enough to show', () => {
  const short = dependenceOf([joint('00', '11', '00')]);
  expect(short.pValue).toBeGreaterThan(0.05);
  const pooled = poolDependence(Array.from({ length: 12 }, () => short));
  expect(pooled).toMatchObject({ pairs: 36 });
  expect(pooled.information).toBeCloseTo(short.information ?? NaN, 12);
  expect(pooled.pValue).toBe(1 / 200);
});

it('finds nothing where codes mean other things in each episode and nobody listens', () => {
  // Within an episode nothing depends; all pairs in one table would look as if everything did.
  const episodes = [0, 2, 4, 6].map((base) =>
    dependenceOf([
      joint(...['00', '01', '10', '11'].map((pair) => [...pair].map((d) => Number(d) + base).join(''))),
    ]),
  );
  expect(poolDependence(episodes)).toMatchObject({ pairs: 16, information: 0, corrected: 0, pValue: 1 });
});
