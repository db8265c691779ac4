import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { publishedCommunication } from './communication.js';

const sent = (seat: number, to: number[]): TinyEvent => ({
  type: 'message.sent',
  tick: 0,
  seat,
  to,
  kind: 'text',
  text: 'words',
  task: null,
  claims: [],
  work: false,
  tokens: 1,
});

const checked = (outcome: 'passed' | 'repaired'): TinyEvent => ({
  type: 'repair.checked',
  tick: 0,
  outcome,
  failures: [],
  advice: [],
});

it('counts a broadcast once, and the request of a repair as a message of nobody', () => {
  const log = [sent(0, [1, 2]), sent(1, [0]), checked('passed'), checked('repaired')];
  const result = resultOf(publishedCommunication, log);
  expect(result).toEqual({ total: 3, bySeat: [1, 1, 0] });
  const row = flattenMetrics({ 'published-communication': result });
  expect(row['published-communication.mean']).toBeCloseTo(0.6667, 4);
  expect(row['published-communication.sd']).toBeCloseTo(0.4714, 4);
});
