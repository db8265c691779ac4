import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { messages } from './messages.js';

const sent = (seat: number, to: readonly number[], tokens: number): TinyEvent => ({
  type: 'message.sent',
  tick: 0,
  seat,
  to,
  kind: 'inform',
  text: 'words',
  task: null,
  claims: [],
  work: false,
  tokens,
});

const delivered = (seat: number, from: number, copy = 1): TinyEvent => ({
  type: 'message.delivered',
  tick: 0,
  seat,
  from,
  copy,
});

const log: TinyEvent[] = [
  sent(0, [1, 2], 12),
  delivered(1, 0),
  { type: 'message.lost', tick: 0, seat: 2, from: 0, reason: 'loss' },
  sent(1, [0], 4),
  delivered(0, 1),
  { type: 'message.refused', tick: 0, seat: 1, to: [0], reason: 'message_budget' },
];

it('counts records, deliveries, losses and refusals', () => {
  expect(resultOf(messages, log)).toMatchObject({
    sent: 2,
    sentBySeat: [1, 1, 0],
    tokens: 16,
    tokensBySeat: [12, 4, 0],
    delivered: 2,
    lost: { loss: 1, partition: 0, out_of_range: 0 },
    refused: { message_budget: 1, outside_topology: 0 },
  });
});

it('says how unevenly seats talk', () => {
  const row = flattenMetrics({ messages: resultOf(messages, log) });
  expect(row['messages.meanPerSeat']).toBeCloseTo(0.6667, 4);
  expect(row['messages.sdPerSeat']).toBeCloseTo(0.4714, 4);
  expect(row['messages.lost']).toBe(1);
  expect(row['messages.lost.loss']).toBe(1);
  expect(row['messages.refused.message_budget']).toBe(1);
});

it('tells duplicates and corrupted texts', () => {
  const corrupted: TinyEvent = { ...delivered(2, 0), corrupted: 'wards' } as TinyEvent;
  expect(
    resultOf(messages, [sent(0, [1, 2], 1), delivered(1, 0), delivered(1, 0, 2), corrupted]),
  ).toMatchObject({ delivered: 3, duplicates: 1, corrupted: 1 });
});
