import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { sampleStandardDeviation } from 'simple-statistics';
import { expect, it } from 'vitest';
import { sdInterval } from './sd-interval.js';

it.each([
  // √(freedom / χ²) with χ² at 0.975 and 0.025 from tables: 12.833 and 0.831, 19.023 and 2.700, 42.557 and 14.954.
  [6, 0.624, 2.453],
  [10, 0.688, 1.826],
  [28, 0.791, 1.361],
])('agrees with tables of χ² for %i values', (n, low, high) => {
  const interval = sdInterval(1, n);
  expect(Math.abs(interval.low / low - 1)).toBeLessThan(0.025);
  expect(Math.abs(interval.high / high - 1)).toBeLessThan(0.025);
});

it('scales with the deviation and shrinks with more values', () => {
  const ten = sdInterval(1, 10);
  expect(sdInterval(3, 10).high).toBeCloseTo(3 * ten.high, 12);
  expect(sdInterval(1, 100).high).toBeLessThan(ten.high);
  expect(sdInterval(1, 100).low).toBeGreaterThan(ten.low);
  expect(sdInterval(0, 10)).toEqual({ low: 0, high: 0 });
});

it('covers the true deviation about 95 times in 100', () => {
  const generator = xoroshiro128plus(11);
  // Sum of twelve dice of ten: close to normal, variance 12 · (10² − 1) / 12.
  const value = (): number =>
    Array.from({ length: 12 }, () => uniformInt(generator, 1, 10)).reduce((sum, die) => sum + die, 0);
  const truth = Math.sqrt(99);
  let covered = 0;
  for (let data = 0; data < 400; data++) {
    const { low, high } = sdInterval(sampleStandardDeviation(Array.from({ length: 10 }, value)), 10);
    if (low <= truth && truth <= high) covered += 1;
  }
  expect(covered).toBeGreaterThanOrEqual(366);
  expect(covered).toBeLessThanOrEqual(395);
});
