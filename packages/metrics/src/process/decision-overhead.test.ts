import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { bodyEvents } from '../testing/body-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { decisionOverhead } from './decision-overhead.js';

it('weighs deciding by its time, as in the example', () => {
  const { thinks, decides, over } = bodyEvents(2);
  const log = [thinks(0), thinks(1, 'speak'), decides(0, -1), decides(1), over(3)];
  const result = resultOf(decisionOverhead, log, 2);
  expect(result).toEqual({
    durationMicros: 5_000_000,
    bodyMicros: 3_000_000,
    microsBySeat: [
      { plan: 1_000_000, talk: 0 },
      { plan: 0, talk: 2_000_000 },
    ],
  });
  expect(flattenMetrics({ 'decision-overhead': result })).toMatchObject({
    'decision-overhead.share': 0.3,
    'decision-overhead.max': 0.4,
    'decision-overhead.talk': 0.2,
    'decision-overhead.standstill': 0.4,
    'decision-overhead.perBodySecond': 0.5,
    'decision-overhead.seconds': 3,
  });
});

it('counts a decision that is still open, and one made while bodies move', () => {
  const { thinks, decides, over } = bodyEvents(0);
  const log = [thinks(0, 'interrupt', 1), decides(0, 2), thinks(1, 'plan', 3), over(4)];
  const row = flattenMetrics({ 'decision-overhead': resultOf(decisionOverhead, log, 2) });
  expect(row).toMatchObject({ 'decision-overhead.share': 0.25, 'decision-overhead.standstill': 0 });
});

it('has no shares of no time', () => {
  const row = flattenMetrics({ 'decision-overhead': resultOf(decisionOverhead, [], 2) });
  expect(row).toMatchObject({ 'decision-overhead.share': null, 'decision-overhead.perBodySecond': null });
});
