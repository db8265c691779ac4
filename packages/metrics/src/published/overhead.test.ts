import type { Stage } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { publishedOverhead } from './overhead.js';

const enters = (seat: number, stage: Stage, seconds: number, step: number): TinyEvent => ({
  type: 'activation.stage',
  tick: step * 60,
  time: seconds * 1_000_000,
  seat,
  stage,
});

const log = [
  enters(0, 'R', 0, 0),
  enters(1, 'R', 0, 0),
  enters(0, 'W', 2, 0),
  enters(1, 'W', 3, 0),
  enters(0, 'X', 3, 0),
  enters(1, 'X', 3, 0),
  enters(0, 'R', 5, 1),
];

it('counts entries and sums decision and wait times', () => {
  const result = resultOf(publishedOverhead, log, 2);
  expect(result).toEqual({
    entriesBySeat: [3, 2],
    steps: 2,
    entriesPerStep: 2.5,
    interrupts: 0,
    decisionSecondsBySeat: [2, 3],
    waitSecondsBySeat: [1, 0],
    bySteps: [
      { step: 0, entries: 4, decisionSeconds: 5, waitSeconds: 1 },
      { step: 1, entries: 1, decisionSeconds: 0, waitSeconds: 0 },
    ],
  });
  expect(flattenMetrics({ 'published-overhead': result })).toMatchObject({
    'published-overhead.entries': 5,
    'published-overhead.entriesSd': 0.5,
    'published-overhead.decisionSecondsMean': 2.5,
    'published-overhead.waitSecondsSd': 0.5,
  });
});

it('adds time in stage I to decisions and counts the entries', () => {
  const result = resultOf(publishedOverhead, [enters(0, 'I', 1, 0), enters(0, 'W', 3, 2)], 1);
  expect(result).toMatchObject({ interrupts: 1, steps: 3, decisionSecondsBySeat: [2] });
});

it('has no rate before the first stage', () => {
  expect(resultOf(publishedOverhead, [], 1)).toMatchObject({ steps: 0, entriesPerStep: null });
});
