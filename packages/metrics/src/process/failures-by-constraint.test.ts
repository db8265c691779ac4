import type { ActionOutcome } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { ended, sample } from '../testing/attempt-events.js';
import { committed, planEnded } from '../testing/plan-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { failuresByConstraint } from './failures-by-constraint.js';

const assigned = (seat: number): TinyEvent => ({
  type: 'action.assigned',
  tick: 0,
  seat,
  action: { type: 'push' },
  task: 'a/west',
});
const failed = (seat: number, outcome: ActionOutcome): TinyEvent => ({
  type: 'action.ended',
  tick: 60,
  seat,
  action: 'push',
  outcome,
});

it('names the first constraint that does not hold, as in the example', () => {
  const result = resultOf(failuresByConstraint, [
    committed(0, 2, null, 'wait'),
    assigned(0),
    sample(6, 'participation', 2),
    sample(6, 'spatial', 1),
    sample(6, 'temporal', 0),
    failed(0, 'obstructed'),
    sample(66, 'spatial', 2),
    sample(66, 'temporal', 1),
    ended(90),
    planEnded(90, 2, 'failed'),
  ]);
  expect(result).toMatchObject({
    actions: { participation: 0, spatial: 1, temporal: 0, dependency: 0, none: 0 },
    attempts: { temporal: 1, spatial: 0 },
    plans: { none: 1 },
    plansByOutcome: { timeout: { none: 1 } },
  });
  expect(flattenMetrics({ 'failures-by-constraint': result })).toMatchObject({
    'failures-by-constraint.attempts': 1,
    'failures-by-constraint.attempts.temporal': 1,
    'failures-by-constraint.plans.spatial': 0,
  });
});

it('believes an outcome that names a constraint', () => {
  const log = [assigned(0), sample(6, 'participation', 1), failed(0, 'missing_capability')];
  expect(resultOf(failuresByConstraint, log)).toMatchObject({ actions: { dependency: 1, participation: 0 } });
});

it('takes neither success nor an end from outside for a failure', () => {
  const log = [
    assigned(0),
    ...(['success', 'replaced', 'episode_ended'] as const).map((outcome) => failed(0, outcome)),
    planEnded(60, 0, 'interrupted', 'replaced'),
    { ...ended(60), success: true } as TinyEvent,
  ];
  const row = flattenMetrics({ 'failures-by-constraint': resultOf(failuresByConstraint, log) });
  expect(row).toMatchObject({
    'failures-by-constraint.actions': 0,
    'failures-by-constraint.attempts': 0,
    'failures-by-constraint.plans': 0,
    'failures-by-constraint.plans.none': null,
  });
});

it('puts nothing down to constraints of a task that is closed', () => {
  const log: TinyEvent[] = [
    assigned(0),
    sample(6, 'participation', 1),
    { type: 'task.closed', tick: 30, task: 'a/west', outcome: 'superseded' },
    failed(0, 'target_gone'),
  ];
  expect(resultOf(failuresByConstraint, log)).toMatchObject({ actions: { none: 1 } });
});
