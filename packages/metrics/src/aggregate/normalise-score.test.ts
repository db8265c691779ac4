import { expect, it } from 'vitest';
import { normaliseScore } from './normalise-score.js';

const reference = (mean: number, sd: number): { mean: number; sd: number; seeds: number } => ({
  mean,
  sd,
  seeds: 25,
});
const references = { random: reference(2, 1), central: reference(12, 2) };

it('puts random at 0, central at 1, and allows more', () => {
  expect(normaliseScore({ mean: 7, interval: { low: 2, high: 12 } }, references)).toEqual({
    mean: 0.5,
    interval: { low: 0, high: 1 },
  });
  expect(normaliseScore({ mean: 14, interval: null }, references)).toEqual({ mean: 1.2, interval: null });
  expect(normaliseScore({ mean: null, interval: null }, references)).toEqual({ mean: null, interval: null });
});

it('says so where the references are too close to be a scale', () => {
  const score = { mean: 2.5, interval: null };
  // Standard error of the difference: √(3²/25 + 4²/25) = 1, so the gap must be 2.
  const close = (central: number) => ({ random: reference(2, 3), central: reference(central, 4) });
  expect(normaliseScore(score, close(3.9))).toBe('not discriminative');
  expect(normaliseScore(score, close(4))).toEqual({ mean: 0.25, interval: null });
  expect(normaliseScore(score, close(1))).toBe('not discriminative');
  expect(normaliseScore(score, { random: reference(2, 0), central: reference(2, 0) })).toBe(
    'not discriminative',
  );
});
