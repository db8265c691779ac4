import { runFolds, type ClaimVerdict } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, plans, sees, stops } from '../testing/linked-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { beliefs, type BeliefsResult } from './beliefs.js';

const opens: TinyEvent = { type: 'task.opened', tick: 0, task: 'a/west', body: 'a', required: 1, value: 1 };
const acts = (seconds: number, task: string | null = 'a/west', seat = 0): TinyEvent =>
  at(seconds, { type: 'action.assigned', tick: 0, seat, action: { type: 'push' }, task });
const judged = (verdict: ClaimVerdict, seat = 0): TinyEvent => ({
  type: 'message.claimJudged',
  tick: 0,
  seat,
  claim: 0,
  verdict,
});
/** Seat 0 sees the world at 0 s, then `change` happens at 5 s. */
const seen = (change: TinyEvent): TinyEvent[] => [opens, sees(0), at(5, change)];
const plan = at(6, plans(0, 'a/west', 1));

it('plays the example of its page', () => {
  const log = [
    ...seen(stops('a/west', true, 1)),
    plan,
    acts(6),
    acts(12),
    judged('true'),
    judged('false', 1),
  ];
  expect(resultOf(beliefs, log)).toEqual({
    actions: 2,
    staleActions: 1,
    staleBySeat: [1, 0, 0],
    overtakenPlans: 1,
    meanAgeSeconds: 9,
    falseClaims: 1,
    falseBySeat: [0, 1, 0],
    falseShare: 0.5,
  });
});

it('takes only what others changed for news', () => {
  const stale = (change: TinyEvent) => resultOf(beliefs, [...seen(change), plan, acts(12)]);
  expect(stale(stops('a/west', true, 0, 1))).toMatchObject({ staleActions: 0, overtakenPlans: 0 });
  expect(stale(stops('a/west', false, 1))).toMatchObject({ staleActions: 0 });
  expect(stale(stops('b/west', true, 1))).toMatchObject({ staleActions: 0 });
  const removed: TinyEvent = { type: 'world.bodyRemoved', tick: 0, body: 'a', reason: 'delivered' };
  expect(stale(removed)).toMatchObject({ staleActions: 1 });
  const own = [...seen(stops('a/west', true, 0)), removed, plan, acts(12)];
  expect(resultOf(beliefs, own)).toMatchObject({ staleActions: 0 });
});

it('knows nothing of changes before the observation, and of plans that rest on nothing', () => {
  const before = [opens, stops('a/west', true, 1), sees(0), at(6, plans(0, 'a/west', 2)), acts(12)];
  expect(resultOf(beliefs, before)).toMatchObject({ actions: 1, staleActions: 0 });
  expect(resultOf(beliefs, [opens, plans(0, 'a/west', 99), acts(12)])).toMatchObject({
    actions: 0,
    meanAgeSeconds: null,
  });
  expect(resultOf(beliefs, [...seen(stops('a/west', true, 1)), plan, acts(12, null)])).toMatchObject({
    actions: 0,
  });
});

it('never counts more stale actions than actions, nor false claims than claims', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 80 }), ({ header, events }) => {
      const result = runFolds([beliefs], header, events)['beliefs'] as BeliefsResult;
      expect(result.staleActions).toBeLessThanOrEqual(result.actions);
      expect(result.falseBySeat.reduce((sum, count) => sum + count, 0)).toBe(result.falseClaims);
      expect(result.falseClaims).toBe(
        events.filter((e) => e.type === 'message.claimJudged' && e.verdict === 'false').length,
      );
    }),
    { numRuns: 50 },
  );
});
