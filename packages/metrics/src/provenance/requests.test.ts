import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, because, decides, reaches, says, sees, wakes } from '../testing/linked-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { requests, type RequestsResult } from './requests.js';

/** Seat 0 asks seat 1 at 0 s (event 0), which hears it (1), is shown it (2 to 4) and answers at `seconds`. */
const exchange = (seconds: number, answer: TinyEvent): TinyEvent[] => [
  says(0, 'request', 'a'),
  because(reaches(1, 0), 0),
  because(wakes(1), 1),
  because(sees(1), 2, 1),
  at(seconds, because(decides(1), 2)),
  at(seconds, because(answer, 4)),
];
const ends = (seconds: number): TinyEvent =>
  at(seconds, { type: 'episode.ended', tick: 0, status: 'horizon', score: 0, maxScore: 1 });

it('plays the example of its page', () => {
  const log = [
    says(0, 'request', 'a', [1, 2]),
    because(reaches(1, 0), 0),
    because(reaches(2, 0), 0),
    because(wakes(1), 1),
    because(sees(1), 3, 1),
    at(4, because(decides(1), 3)),
    at(4, because(says(1, 'accept', 'a', [0]), 5)),
    at(40, says(1, 'query', null, [0])),
    at(40, because({ type: 'message.lost', tick: 0, seat: 0, from: 1, reason: 'loss' }, 7)),
  ];
  expect(resultOf(requests, log)).toEqual({
    messages: 2,
    messagesAnswered: 1,
    asked: 3,
    outcomes: { agreed: 1, declined: 0, otherwise: 0, unanswered: 1, undelivered: 1, open: 0 },
    linked: 1,
    askedBySeat: [1, 1, 1],
    answeredBySeat: [0, 1, 0],
    meanSeconds: 4,
    longestSeconds: 4,
  });
});

it('tells agreeing, declining and answering something else apart', () => {
  const outcomesOf = (answer: TinyEvent) =>
    (resultOf(requests, exchange(1, answer)) as RequestsResult).outcomes;
  expect(outcomesOf(says(1, 'commit', null, [0]))).toMatchObject({ agreed: 1 });
  expect(outcomesOf(says(1, 'refuse', 'a', [0]))).toMatchObject({ declined: 1 });
  expect(outcomesOf(says(1, 'commit', 'b', [0]))).toMatchObject({ otherwise: 1 });
  expect(outcomesOf(says(1, 'commit', 'a', [2]))).toMatchObject({ open: 1 });
});

it('waits for linked answers, for others only so long', () => {
  const slow = exchange(90, says(1, 'accept', 'a', [0]));
  expect(resultOf(requests, slow)).toMatchObject({ linked: 1, outcomes: { agreed: 1 }, meanSeconds: 90 });
  const unlinked = (seconds: number): TinyEvent[] => [
    ...slow.slice(0, 2),
    at(seconds, says(1, 'accept', 'a', [0])),
  ];
  expect(resultOf(requests, unlinked(30))).toMatchObject({ linked: 0, outcomes: { agreed: 1 } });
  expect(resultOf(requests, unlinked(31))).toMatchObject({ outcomes: { unanswered: 1 } });
});

it('links the answer of the activation that the one which was shown the request wakes', () => {
  const log = [
    ...exchange(1, wakes(1, 'speak')),
    at(50, because(decides(1), 5)),
    at(50, because(says(1, 'accept', 'a', [0]), 6)),
  ];
  expect(resultOf(requests, log)).toMatchObject({ linked: 1, outcomes: { agreed: 1 } });
});

it('leaves open what there was no time to answer', () => {
  const asked = exchange(1, ends(30)).filter(({ type }) => type !== 'activation.ended');
  expect(resultOf(requests, asked)).toMatchObject({ outcomes: { open: 1 }, meanSeconds: null });
  expect(resultOf(requests, [...asked.slice(0, 2), ends(31)])).toMatchObject({ outcomes: { unanswered: 1 } });
  expect(resultOf(requests, [...asked.slice(0, 1), ends(31)])).toMatchObject({ outcomes: { open: 1 } });
});

it('accounts for every seat that is asked, once', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 80 }), ({ header, events }) => {
      const result = runFolds([requests], header, events)['requests'] as RequestsResult;
      const asking = events.flatMap((e) =>
        e.type === 'message.sent' && ['request', 'propose', 'query'].includes(e.kind) ? [e.to.length] : [],
      );
      const { agreed, declined, otherwise } = result.outcomes;
      expect(result.messages).toBe(asking.length);
      expect(result.asked).toBe(asking.reduce((sum, count) => sum + count, 0));
      expect(result.askedBySeat.reduce((sum, count) => sum + count, 0)).toBe(result.asked);
      expect(result.answeredBySeat.reduce((sum, count) => sum + count, 0)).toBe(
        agreed + declined + otherwise,
      );
      expect(result.linked).toBeLessThanOrEqual(agreed + declined + otherwise);
      expect(result.messagesAnswered).toBeLessThanOrEqual(result.messages);
    }),
    { numRuns: 40 },
  );
});
