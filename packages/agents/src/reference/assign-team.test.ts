import type { Proposal } from '@quorum/env';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SeatView } from '../contract/agent.js';
import { assignTeam } from './assign-team.js';

const move = (task: string, requiredAgents: number, pathMeters: number): Proposal => ({
  task,
  actions: [{ type: 'go' }],
  requiredAgents,
  positions: [],
  pathMeters,
  workMeters: 5,
  value: requiredAgents,
});

const free = (seat: number): SeatView => ({ seat, stage: 'R', plan: null, lastPlan: null, observation: {} });
const busy = (seat: number, task: string): SeatView => ({
  ...free(seat),
  stage: 'X',
  plan: { task, actions: [], done: 0 },
  observation: null,
});

/** Tasks by seat, when every free seat sees the same moves at its own distance. */
const assign = (team: readonly SeatView[], moves: (seat: number) => readonly Proposal[]) =>
  Object.fromEntries(
    [...assignTeam(team, ({ seat }) => moves(seat))].map(([seat, { task }]) => [seat, task]),
  );

it('fills up begun tasks first, with the nearest seats', () => {
  const team = [free(0), busy(1, 'big'), free(2), free(3)];
  const moves = (seat: number) => [move('small', 1, 0), move('big', 2, 9 - seat)];
  expect(assign(team, moves)).toEqual({ 0: 'small', 3: 'big' });
});

it('prefers the most points per metre, counting the way of the last to arrive', () => {
  const team = [free(0), free(1)];
  const ways = [2, 30];
  const moves = (seat: number) => [move('pair', 2, ways[seat] ?? 0), move('one', 1, 2), move('other', 1, 3)];
  expect(assign(team, moves)).toEqual({ 0: 'one', 1: 'other' });
  expect(assign(team, () => [move('pair', 2, 2), move('one', 1, 2)])).toEqual({ 0: 'pair', 1: 'pair' });
});

it('sends who is left over ahead to a task that needs more hands, but to none beyond the team', () => {
  const team = [busy(0, 'x'), busy(1, 'x'), free(2)];
  expect(assign(team, () => [move('x', 2, 1), move('giant', 4, 1), move('trio', 3, 5)])).toEqual({
    2: 'trio',
  });
});

it('keeps a seat from what it has just failed at', () => {
  const failed: SeatView = {
    ...free(0),
    lastPlan: { task: 'near', status: 'failed', outcome: 'no_path', done: 0 },
  };
  const moves = () => [move('near', 1, 0), move('far', 1, 9)];
  expect(assign([failed], moves)).toEqual({ 0: 'far' });
  expect(assign([failed, free(1)], moves)).toEqual({ 0: 'far', 1: 'near' });
});

it('never gives a task more seats than it needs, nor a busy seat anything', () => {
  const seats = fc.array(fc.constantFrom(null, 'a', 'b', 'c'), { minLength: 1, maxLength: 8 });
  const required = fc.record({ a: fc.integer({ min: 1, max: 5 }), b: fc.nat(4), c: fc.nat(4) });
  fc.assert(
    fc.property(
      seats,
      required,
      fc.array(fc.nat(20), { minLength: 8, maxLength: 8 }),
      (plans, need, ways) => {
        const team = plans.map((task, seat) => (task === null ? free(seat) : busy(seat, task)));
        const moves = (seat: number) =>
          (['a', 'b', 'c'] as const)
            .filter((task) => need[task] > 0)
            .map((task) => move(task, need[task], ways[seat] ?? 0));
        const result = assignTeam(team, ({ seat }) => moves(seat));
        for (const seat of result.keys()) expect(plans[seat]).toBeNull();
        for (const task of ['a', 'b', 'c'] as const) {
          const before = plans.filter((plan) => plan === task).length;
          const after = before + [...result.values()].filter((proposal) => proposal.task === task).length;
          expect(after).toBeLessThanOrEqual(Math.max(before, need[task]));
        }
      },
    ),
  );
});
