import type { PlanEnded } from '@quorum/events';
import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { plans } from './plans.js';

const committed = (seat: number): TinyEvent => ({
  type: 'plan.committed',
  tick: 0,
  seat,
  task: 'a/west',
  actions: [],
  observation: 0,
});

const over = (seat: number, status: PlanEnded['status']): TinyEvent => ({
  type: 'plan.ended',
  tick: 30,
  seat,
  status,
  outcome: status === 'success' ? 'success' : 'timeout',
  done: 0,
});

it('counts plans by seat and by how they ended', () => {
  expect(
    resultOf(
      plans,
      [
        committed(0),
        committed(1),
        over(0, 'failed'),
        committed(0),
        over(0, 'success'),
        over(1, 'interrupted'),
      ],
      2,
    ),
  ).toEqual({ committed: 3, perSeat: [2, 1], success: 1, failed: 1, interrupted: 1 });
});

it('keeps a plan that is still open in the count of commitments', () => {
  expect(resultOf(plans, [committed(1)], 3)).toEqual({
    committed: 1,
    perSeat: [0, 1, 0],
    success: 0,
    failed: 0,
    interrupted: 0,
  });
});
