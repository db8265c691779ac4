import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gini, maxOverMean } from './unevenness.js';

it.each([
  [[2, 2, 2], 0, 1],
  [[0, 0, 6], 2 / 3, 3],
  [[1, 3], 0.25, 1.5],
  [[5], 0, 1],
])('measures how uneven %j is', (amounts, coefficient, ratio) => {
  expect(gini(amounts)).toBeCloseTo(coefficient, 12);
  expect(maxOverMean(amounts)).toBeCloseTo(ratio, 12);
});

it('is undefined where nobody has anything', () => {
  expect(gini([0, 0])).toBeNull();
  expect(maxOverMean([])).toBeNull();
});

it('equals the mean difference of all pairs over twice the mean', () => {
  const amounts = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((n) => n > 0));
  fc.assert(
    fc.property(amounts, (all) => {
      const n = all.length;
      const mean = all.reduce((sum, amount) => sum + amount, 0) / n;
      const pairs = all.flatMap((a) => all.map((b) => Math.abs(a - b)));
      const difference = pairs.reduce((sum, amount) => sum + amount, 0) / (n * n);
      expect(gini(all)).toBeCloseTo(difference / (2 * mean), 9);
    }),
  );
});
