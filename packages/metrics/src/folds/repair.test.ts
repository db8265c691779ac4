import type { Constraint, RepairOutcome } from '@quorum/events';
import { expect, it } from 'vitest';
import { committed, planEnded } from '../testing/plan-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { repair } from './repair.js';

const checked = (outcome: RepairOutcome, failures: Readonly<Record<string, Constraint>> = {}): TinyEvent => ({
  type: 'repair.checked',
  tick: 0,
  outcome,
  failures: Object.entries(failures).map(([task, constraint]) => ({
    ...{ task, constraint, count: 1, required: 2 },
    seats: [0],
  })),
  advice: [],
});

it('compares the example of its page: what was predicted with what came of it', () => {
  const log = [
    committed(0, 0, 'b1/left'),
    committed(0, 1, 'b1/left'),
    committed(0, 2, 'b2/left'),
    checked('predicted', { 'b1/left': 'participation' }),
    planEnded(10, 0, 'failed'),
    planEnded(10, 1, 'success'),
    planEnded(20, 2, 'failed'),
  ];
  expect(resultOf(repair, log)).toMatchObject({
    outcomes: { passed: 0, repaired: 0, cooldown: 0, predicted: 1 },
    failures: { participation: 1, spatial: 0 },
    mendedShare: null,
    precision: 1 / 2,
    recall: 1 / 2,
  });
});

it('goes by the last comparison during a plan, and leaves out plans that are interrupted or to be replaced', () => {
  const log = [
    committed(0, 0, 'b1/left'),
    checked('cooldown', { 'b1/left': 'temporal' }),
    // A late partner: now it will do.
    committed(5, 1, 'b1/left'),
    checked('passed'),
    planEnded(10, 0, 'failed'),
    planEnded(10, 1, 'interrupted'),
    committed(20, 0, 'b2/left'),
    checked('repaired', { 'b2/left': 'dependency' }),
    planEnded(20, 0, 'failed'),
  ];
  expect(resultOf(repair, log)).toMatchObject({ precision: null, recall: 0 });
});

it('has a repair mended when the next comparison has nothing against its tasks', () => {
  const log = [
    checked('repaired', { 'b1/left': 'participation' }),
    checked('repaired', { 'b2/left': 'participation' }),
    checked('cooldown', { 'b2/left': 'participation' }),
    checked('passed'),
  ];
  expect(resultOf(repair, log)).toMatchObject({
    outcomes: { passed: 1, repaired: 2, cooldown: 1 },
    mendedShare: 1 / 2,
  });
});

it('has nothing to say without checks', () => {
  expect(resultOf(repair, [committed(0, 0, 'b1/left'), planEnded(1, 0, 'failed')])).toMatchObject({
    mendedShare: null,
    precision: null,
    recall: null,
  });
});
