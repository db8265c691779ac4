import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { ended, sample, started } from '../testing/attempt-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { publishedAttempts, type PublishedAttemptsResult } from './attempts.js';

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
    started(160, 'b/west'),
    ended(170, 'b/west'),
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

it('takes attempts at one task in one step for one attempt event, by the best of them', () => {
  const { count, successes, violationRates } = resultOf(publishedAttempts, [
    sample(0, 'spatial', 0),
    sample(0, 'dependency', 2),
    started(5),
    { ...ended(15), success: true } as ReturnType<typeof ended>,
    sample(20, 'spatial', 1),
    started(30),
    // Into the next step, which is an event of its own.
    ended(70),
    started(80),
    sample(80, 'spatial', 2),
    ended(90),
    started(90, 'b/west'),
    ended(95, 'b/west'),
  ]) as PublishedAttemptsResult;
  expect({ count, successes }).toEqual({ count: 3, successes: 1 });
  expect(violationRates).toEqual({ spatial: 0.25, temporal: 0, dependency: 0 });
});

it('counts for temporal who attempts in the step, at once or not, if only for a tick', () => {
  const solo = (seat: number, from: number, to: number): TinyEvent[] => [
    { ...started(from), seats: [seat] } as TinyEvent,
    ended(to),
  ];
  const temporal = (...events: TinyEvent[]) =>
    (resultOf(publishedAttempts, [sample(0, 'temporal', 1), ...events]) as PublishedAttemptsResult)
      .violationRates.temporal;
  const becomes = (tick: number, ...seats: number[]): TinyEvent => ({
    type: 'attempt.changed',
    tick,
    task: 'a/west',
    seats,
  });
  expect(temporal(...solo(0, 5, 15), ...solo(1, 30, 50))).toBe(0);
  expect(temporal(...solo(0, 5, 15), ...solo(0, 30, 50))).toBe(0.5);
  expect(temporal(...solo(0, 5, 15), ...solo(1, 60, 70))).toBe(0.5);
  expect(temporal(started(5), becomes(20, 1), ended(50))).toBe(0);
  expect(temporal(started(5), becomes(5, 1), ended(50))).toBe(0.5);
  expect(temporal(started(5), becomes(60, 1), ended(90))).toBe(0.5);
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
