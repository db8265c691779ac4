import { expect, it } from 'vitest';
import { pairedDifference } from './paired-difference.js';
import type { Sample } from './samples.js';

const run = (list: readonly number[], firstSeed = 1): Sample[] =>
  list.map((value, i) => ({ seed: firstSeed + i, value }));

it('subtracts seed by seed, over the mean of repeats', () => {
  const a = [...run([3, 4]), { seed: 1, value: 5 }];
  const b = run([1, 1]);
  expect(pairedDifference(a, b)).toEqual({
    seeds: 2,
    unpairedSeeds: 0,
    mean: 3,
    sd: 0,
    interval: null,
    points: [3, 3],
    pValue: null,
  });
});

it('leaves out seeds that only one side has', () => {
  const difference = pairedDifference(run([1, 2, 3]), run([2, 3, 4], 2));
  expect(difference).toMatchObject({ seeds: 2, unpairedSeeds: 2, points: [0, 0] });
  expect(pairedDifference(run([1]), run([1], 2))).toMatchObject({ seeds: 0, unpairedSeeds: 2, mean: null });
});

it('has an interval from six seeds and a p from ten', () => {
  const level = (n: number): Sample[] => run(Array.from({ length: n }, (_, i) => i * 10));
  const better = (n: number): Sample[] => run(Array.from({ length: n }, (_, i) => i * 10 + 1 + (i % 2)));
  expect(pairedDifference(better(5), level(5)).interval).toBeNull();
  expect(pairedDifference(better(9), level(9))).toMatchObject({ pValue: null, points: null });
  const ten = pairedDifference(better(10), level(10));
  expect(ten.pValue).toBe(2 / 1024);
  // Seeds differ far more than conditions do; pairing sees through it.
  expect(ten.interval?.low).toBeGreaterThanOrEqual(1);
  expect(ten.interval?.high).toBeLessThanOrEqual(2);
});

it('changes sign with the order of its sides', () => {
  const [a, b] = [run([1, 5, 2, 8, 4, 4, 9, 1, 2, 3]), run([2, 1, 3, 2, 2, 1, 5, 5, 1, 1])];
  const [forth, back] = [pairedDifference(a, b), pairedDifference(b, a)];
  expect(back.mean).toBe(-(forth.mean ?? NaN));
  expect(back.pValue).toBe(forth.pValue);
  expect(back.interval?.low).toBeCloseTo(-(forth.interval?.high ?? NaN), 12);
});
