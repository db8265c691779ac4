import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { says } from '../testing/linked-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { network } from './network.js';

it('plays the example of its page', () => {
  const log = [says(0, 'text', null, [1, 2]), says(1, 'text', null, [0]), says(1, 'text', null, [0])];
  expect(resultOf(network, log)).toEqual({
    matrix: [
      [0, 1, 1],
      [2, 0, 0],
      [0, 0, 0],
    ],
    sentShares: [0.5, 0.5, 0],
    receivedShares: [0.5, 0.25, 0.25],
    hubLoad: 0.5,
    gini: 0.25,
    density: 0.5,
    reciprocity: 2 / 3,
    outCentralisation: 0.75,
    inCentralisation: 0,
  });
});

it('finds a star centralised and everybody talking to everybody not', () => {
  const star = [says(0, 'text', null, [1, 2])];
  expect(resultOf(network, star)).toMatchObject({
    outCentralisation: 1,
    inCentralisation: 0.25,
    reciprocity: 0,
  });
  const all = [says(0, 'text', null, [1, 2]), says(1, 'text', null, [0, 2]), says(2, 'text', null, [0, 1])];
  expect(resultOf(network, all)).toMatchObject({
    outCentralisation: 0,
    inCentralisation: 0,
    reciprocity: 1,
    density: 1,
    gini: 0,
  });
});

it('has no shares without messages, and no pairs in a team of one', () => {
  const silent = { sentShares: null, hubLoad: null, gini: null, reciprocity: null };
  expect(resultOf(network, [])).toMatchObject({ ...silent, density: 0, outCentralisation: 0 });
  expect(resultOf(network, [], 1)).toMatchObject({ ...silent, density: null, outCentralisation: null });
});

it('keeps shares between 0 and 1', () => {
  fc.assert(
    fc.property(arbitraryLog(), ({ header, events }) => {
      const { 'network.copies': copies, ...row } = flattenMetrics(runFolds([network], header, events));
      expect(copies).toBe(
        events.reduce((sum, event) => sum + (event.type === 'message.sent' ? event.to.length : 0), 0),
      );
      for (const [name, value] of Object.entries(row)) {
        if (value === null) continue;
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 40 },
  );
});
