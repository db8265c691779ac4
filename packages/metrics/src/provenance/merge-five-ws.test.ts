import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { says } from '../testing/linked-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { fiveWs, type FiveWs } from './five-ws.js';
import { mergeFiveWs } from './merge-five-ws.js';

const report = arbitraryLog({ maxMoves: 60 }).map(
  ({ header, events }) => runFolds([fiveWs], header, events)['five-ws'] as FiveWs,
);

it('adds up, whatever the sizes of the teams', () => {
  const two = resultOf(fiveWs, [says(0, 'inform', 'b')], 2) as FiveWs;
  const three = resultOf(fiveWs, [says(2, 'inform', 'a', [0, 1]), says(2, 'query', null)], 3) as FiveWs;
  expect(mergeFiveWs([two, three])).toMatchObject({
    episodes: 2,
    messages: 3,
    who: [
      [0, 1, 0],
      [0, 0, 0],
      [1, 2, 0],
    ],
    what: { inform: { a: 1, b: 1 }, query: { '(none)': 1 } },
    when: { inform: [2, 0, 0], query: [1, 0, 0] },
    why: { inform: { observation: 2 } },
  });
});

it('gives one report back as it is, and is empty without any', () => {
  fc.assert(
    fc.property(report, (one) => {
      expect(JSON.stringify(mergeFiveWs([one]))).toBe(JSON.stringify(one));
      expect(mergeFiveWs([one, mergeFiveWs([])])).toEqual(one);
    }),
    { numRuns: 25 },
  );
  expect(mergeFiveWs([])).toMatchObject({ episodes: 0, messages: 0, who: [], what: {} });
});

it('does not care for order and grouping, to the letter', () => {
  fc.assert(
    fc.property(report, report, report, (a, b, c) => {
      const text = JSON.stringify(mergeFiveWs([a, b, c]));
      expect(JSON.stringify(mergeFiveWs([mergeFiveWs([a, b]), c]))).toBe(text);
      expect(JSON.stringify(mergeFiveWs([a, mergeFiveWs([b, c])]))).toBe(text);
      expect(JSON.stringify(mergeFiveWs([c, a, b]))).toBe(text);
    }),
    { numRuns: 25 },
  );
});

it('sees every message once in each answer', () => {
  fc.assert(
    fc.property(report, ({ messages, what, when, why }) => {
      const total = (counts: object): number =>
        Object.values(counts).reduce<number>(
          (sum, of: object) => sum + Object.values(of).reduce<number>((inner, n: number) => inner + n, 0),
          0,
        );
      for (const answer of [what, when, why]) expect(total(answer)).toBe(messages);
    }),
    { numRuns: 25 },
  );
});
