import { expect, it } from 'vitest';
import type { Call, Script } from '../conformance/script.js';
import { rehearse } from '../testing/rehearse.js';

const free = { protocol: 'free', topology: 'full', seats: 3 };
const board = { ...free, protocol: 'bulletin' };

/** Seat 0 says something with its first plan; nobody else says a word. */
const oneSpeaks: Partial<Script> = {
  answer: ({ seat, count, to }: Call) => ({ planned: false, sendTo: seat === 0 && count === 0 ? to : [] }),
};

it('interrupts whoever has a plan when something arrives', () => {
  expect(rehearse(free, oneSpeaks).moves).toEqual([
    '0s 0 plan → 1,2',
    '0s 1 plan → 0,2',
    '0s 2 plan → 0,1',
    '1s 1 interrupt → 0,2',
    '1s 2 interrupt → 0,1',
  ]);
});

it('interrupts once, after the thought, for all that has arrived meanwhile', () => {
  const thinkMicros = ({ seat, count }: Call) => (seat === 2 && count === 0 ? 5_000_000 : 1_000_000);
  const answer = ({ seat, count, to }: Call) => ({
    planned: false,
    sendTo: seat < 2 && count === 0 ? to : [],
  });
  const { moves } = rehearse(free, { thinkMicros, answer });
  expect(moves.filter((move) => move.includes(' 2 '))).toEqual(['0s 2 plan → 0,1', '5s 2 interrupt → 0,1']);
});

it('ends with the budget', () => {
  const budget = { messages: 2, windowMicros: 1_000_000_000 };
  expect(rehearse(free, { budget }).messages).toBe(2 * 3);
});

it('interrupts nobody on a board', () => {
  expect(rehearse(board).moves).toEqual(['0s 0 plan → 1,2', '0s 1 plan → 0,2', '0s 2 plan → 0,1']);
});

it.each([free, board])('repairs when woken: $protocol', (structure) => {
  const { moves } = rehearse(structure, { ...oneSpeaks, wakes: [{ seat: 1, time: 9_000_000 }] });
  expect(moves.at(-1)).toBe('9s 1 repair → 0,2');
});
