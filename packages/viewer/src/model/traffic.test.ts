import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { trafficAt } from './traffic.js';

const sent = (tick: number, seat: number, to: readonly number[]): TinyEvent => ({
  type: 'message.sent',
  ...{ tick, seat, to, kind: 'inform', text: '', task: null, claims: [], work: false, tokens: 3 },
});
const model = tinyModel([sent(0, 0, [1, 2]), sent(60, 0, [1]), sent(360, 1, [0]), sent(600, 2, [0])], 3);
const addressing = { out: [[1, 2], [0], []], parents: null, roles: ['member', 'member', 'member'] };
const shown = (time: number, given: typeof addressing | null = addressing): unknown =>
  trafficAt(model, given, time).map(({ from, to, allowed, messages, recent }) => [
    `${from}→${to}`,
    allowed,
    messages.map(({ seq }) => seq),
    recent,
  ]);

it('counts what went along each link, and what of it is recent', () => {
  expect(shown(6e6)).toEqual([
    ['0→1', true, [0, 1], 0],
    ['0→2', true, [0], 0],
    ['1→0', true, [2], 1],
  ]);
  expect(shown(1e6)).toEqual([
    ['0→1', true, [0, 1], 2],
    ['0→2', true, [0], 1],
    ['1→0', true, [], 0],
  ]);
});

it('shows what goes past the structure, and only what is used where there is no fixed one', () => {
  expect(shown(10e6)).toContainEqual(['2→0', false, [3], 1]);
  expect(shown(0, null)).toEqual([
    ['0→1', null, [0], 1],
    ['0→2', null, [0], 1],
  ]);
});
