import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, closes, plans, says, tries } from '../testing/linked-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { commitments, type CommitmentsResult } from './commitments.js';

const end: TinyEvent = { type: 'episode.ended', tick: 0, status: 'horizon', score: 0, maxScore: 1 };

const inPlace = (task: string, ...seats: number[]): TinyEvent => ({
  type: 'constraint.changed',
  tick: 0,
  task,
  constraint: 'spatial',
  count: seats.length,
  required: 2,
  seats,
});

it('plays the example of its page', () => {
  const log = [
    at(0, says(0, 'commit', 'a')),
    at(0, says(1, 'accept', 'a', [0])),
    at(2, says(0, 'commit', 'a')),
    at(3, plans(1, 'b')),
    at(4, says(2, 'commit', 'b')),
    at(5, tries('a', 0)),
    at(9, closes('b')),
  ];
  expect(resultOf(commitments, log)).toEqual({
    made: 3,
    madeBySeat: [1, 1, 1],
    outcomes: { kept: 1, late: 0, broken: 1, moot: 1, open: 0 },
    withdrawn: 0,
    repeated: 1,
    untargeted: 0,
    meanSeconds: 5,
  });
});

it('takes being in place for arrival only with a plan for the task', () => {
  const promise = at(0, says(0, 'commit', 'a'));
  expect(resultOf(commitments, [promise, at(1, inPlace('a', 0))])).toMatchObject({ outcomes: { open: 1 } });
  for (const order of [
    [plans(0, 'a'), inPlace('a', 0)],
    [inPlace('a', 0), plans(0, 'a')],
  ]) {
    expect(resultOf(commitments, [promise, ...order.map((event) => at(4, event))])).toMatchObject({
      outcomes: { kept: 1 },
      meanSeconds: 4,
    });
  }
});

it('counts a promise of what one is doing already as kept at once', () => {
  const log = [at(0, tries('a', 0)), at(3, says(0, 'commit', 'a'))];
  expect(resultOf(commitments, log)).toMatchObject({ outcomes: { kept: 1 }, meanSeconds: 0 });
});

it('forgives a detour, but not lateness, silence and withdrawal', () => {
  const promise = at(0, says(0, 'commit', 'a'));
  const outcomesOf = (...events: TinyEvent[]) =>
    (resultOf(commitments, [promise, ...events]) as CommitmentsResult).outcomes;
  expect(outcomesOf(at(1, plans(0, 'b')), at(50, tries('a', 0)))).toMatchObject({ kept: 1 });
  expect(outcomesOf(at(61, tries('a', 0)))).toMatchObject({ late: 1 });
  expect(outcomesOf(at(61, end))).toMatchObject({ broken: 1 });
  expect(outcomesOf(at(60, end))).toMatchObject({ open: 1 });
  expect(outcomesOf(at(61, closes('a')))).toMatchObject({ broken: 1 });
  expect(outcomesOf(at(1, plans(0, 'b')), at(2, says(0, 'commit', 'a')))).toMatchObject({
    broken: 1,
    open: 1,
  });
  const withdrawal = [promise, at(1, says(0, 'cancel', 'a')), at(2, tries('a', 0))];
  expect(resultOf(commitments, withdrawal)).toMatchObject({ made: 1, withdrawn: 1, outcomes: { broken: 1 } });
});

it('cannot judge promises of nothing in particular, and takes no other kind for one', () => {
  const log = [says(0, 'accept', null), says(0, 'inform', 'a'), says(0, 'text', 'a')];
  expect(resultOf(commitments, log)).toMatchObject({ made: 0, untargeted: 1, meanSeconds: null });
});

it('accounts for every promise, once', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 80 }), ({ header, events }) => {
      const { made, outcomes, repeated, untargeted, withdrawn } = runFolds([commitments], header, events)[
        'commitments'
      ] as CommitmentsResult;
      const { kept, late, broken, moot, open } = outcomes;
      expect(kept + late + broken + moot + open).toBe(made);
      expect(withdrawn).toBeLessThanOrEqual(broken);
      const said = events.filter(
        (e) => e.type === 'message.sent' && (e.kind === 'commit' || e.kind === 'accept'),
      );
      expect(made + repeated + untargeted).toBe(said.length);
    }),
    { numRuns: 40 },
  );
});
