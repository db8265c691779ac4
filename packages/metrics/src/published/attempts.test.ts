import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { ended, sample, started } from '../testing/attempt-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { publishedAttempts } from './attempts.js';

it('takes each step of an attempt for an attempt event', () => {
  const result = resultOf(publishedAttempts, [
    started(0),
    sample(0, 'spatial', 2),
    sample(0, 'temporal', 1),
    sample(60, 'temporal', 2),
    { ...ended(90), success: true } as ReturnType<typeof ended>,
    started(120, 'b/west'),
    sample(120, 'spatial', 1, 2, 'b/west'),
    sample(120, 'temporal', 1, 2, 'b/west'),
    ended(150, 'b/west'),
  ]);
  expect(result).toMatchObject({ count: 3, successes: 2 });
  const row = flattenMetrics({ 'published-attempts': result });
  expect(row['published-attempts.successRate']).toBeCloseTo(0.6667, 4);
  expect(row['published-attempts.spatial']).toBeCloseTo(0.1667, 4);
  expect(row['published-attempts.temporal']).toBeCloseTo(0.3333, 4);
  expect(row['published-attempts.dependency']).toBe(0);
});

it.each([
  ['within a step', 10, 50, 1],
  ['up to the next step', 10, 60, 1],
  ['into the next step', 10, 61, 2],
  ['of no length', 60, 60, 1],
  ['over whole steps', 60, 240, 3],
])('counts the steps of an attempt %s', (_, from, to, steps) => {
  expect(resultOf(publishedAttempts, [started(from), ended(to)])).toMatchObject({ count: steps });
});

it('takes the highest score held in the step, not one that passes in no time', () => {
  const spatial = (...counts: [tick: number, count: number][]) => {
    const values = counts.map(([tick, count]) => sample(tick, 'spatial', count));
    return resultOf(publishedAttempts, [sample(0, 'spatial', 2), started(10), ...values, ended(50)]);
  };
  expect(spatial([10, 0], [20, 1], [30, 0])).toMatchObject({ violationRates: { spatial: 0.5 } });
  expect(spatial()).toMatchObject({ violationRates: { spatial: 0 } });
});

it('gives 0 without attempts, and leaves open ones out', () => {
  const row = flattenMetrics({ 'published-attempts': resultOf(publishedAttempts, [started(0)]) });
  expect(row).toMatchObject({ 'published-attempts.count': 0, 'published-attempts.successRate': 0 });
});
