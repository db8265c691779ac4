import { expect, it } from 'vitest';
import { formatMean, formatNumber } from './format-summary.js';

it('shows the interval where there is one', () => {
  expect(formatMean({ mean: 0.6123, interval: { low: 0.54, high: 0.68049 }, points: null })).toBe(
    '0.612 [0.540, 0.680]',
  );
});

it('shows single values where there is none, and says when there is only one', () => {
  expect(formatMean({ mean: 0.5, interval: null, points: [0.25, 0.75] })).toBe('0.500 (0.250 0.750)');
  expect(formatMean({ mean: 0.5, interval: null, points: [0.5] })).toBe('0.500 (n=1)');
  expect(formatMean({ mean: 1, interval: null, points: Array<number>(9).fill(1) })).toMatch(/1\.000 …\)$/);
  expect(formatMean({ mean: null, interval: null, points: [] })).toBe('–');
});

it('spends digits where they matter', () => {
  expect([0.12345, 9.87654, 12.345, -4567.8].map(formatNumber)).toEqual(['0.123', '9.877', '12.3', '-4568']);
});
