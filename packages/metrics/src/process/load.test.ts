import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { tinyHeader, tinyLog, type TinyEvent } from '../testing/tiny-log.js';
import { load, type LoadResult } from './load.js';

type Linked = TinyEvent & { readonly inputs?: readonly number[] };

const said = (
  seat: number,
  to: readonly number[],
  text: string,
  tokens: number,
  claims: { type: string }[] = [],
): Linked => ({
  type: 'message.sent',
  tick: 0,
  seat,
  to,
  kind: 'text',
  text,
  task: null,
  claims,
  work: false,
  tokens,
});
const heard = (seat: number, message: number, more: { copy?: number; corrupted?: string } = {}): Linked => ({
  type: 'message.delivered',
  tick: 0,
  seat,
  from: 0,
  copy: 1,
  ...more,
  inputs: [message],
});
const content = (hash: string, content: string | { a: (number | boolean)[] }): Linked => ({
  type: 'observation.content',
  tick: 0,
  hash,
  content,
});

function play(log: readonly Linked[]): LoadResult {
  return runFolds([load], tinyHeader(3), tinyLog(log))['load'] as LoadResult;
}

it('weighs what is said and heard, as in the example', () => {
  const result = play([
    said(0, [1, 2], 'Go to a.', 12),
    heard(1, 0),
    heard(2, 0),
    heard(2, 0, { copy: 2 }),
    said(1, [0], 'Yes.', 4),
    heard(0, 4),
  ]);
  expect(result.seats[2]).toMatchObject({
    messages: 0,
    deliveries: 2,
    receivedTokens: 24,
    receivedBytes: 16,
  });
  const row = flattenMetrics({ load: result });
  expect(row).toMatchObject({
    'load.fanOut': 1.5,
    'load.sentTokens': 16,
    'load.sentBytes': 12,
    'load.deliveries': 4,
    'load.receivedTokens': 40,
    'load.receivedBytes': 28,
    'load.sentGini': 0.5,
    'load.receivedMaxOverMean': 1.8,
    'load.promptGini': null,
  });
  expect(row['load.receivedGini']).toBeCloseTo(0.3333, 4);
});

it('weighs claims, and what a corrupted message arrives as', () => {
  const { seats } = play([said(0, [1], 'é', 3, [{ type: 'a' }]), heard(1, 0, { corrupted: 'xyz' })]);
  expect(seats[0]).toMatchObject({ sentBytes: 2 + 1 + '[{"type":"a"}]'.length });
  expect(seats[1]).toMatchObject({ receivedBytes: 3, receivedTokens: 3 });
});

it('weighs what is shown and prompted by its contents, however often they recur', () => {
  const shown: Linked = { type: 'observation.shown', tick: 0, seat: 0, parts: { text: 'h1', json: 'h2' } };
  const called: Linked = {
    type: 'model.called',
    tick: 0,
    seat: 1,
    call: 1,
    request: '',
    prompt: [
      { role: 'system', part: 'h1' },
      { role: 'user', part: 'h1' },
    ],
    outcome: 'answered',
    answer: 'h2',
    inputTokens: 9,
    outputTokens: 2,
    reasoningTokens: 5,
    usageMissing: false,
  };
  const { seats } = play([content('h1', '12345'), content('h2', { a: [1, 2, true] }), shown, shown, called]);
  expect(seats[0]).toMatchObject({ shownValues: 2 * (1 + 3) });
  expect(seats[1]).toMatchObject({ promptBytes: 10, promptTokens: 9, answerTokens: 7, shownValues: 0 });
});
