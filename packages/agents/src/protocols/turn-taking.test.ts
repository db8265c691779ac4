import { expect, it } from 'vitest';
import { rehearse, TOTAL_LOSS } from '../testing/rehearse.js';
import { turnTaking } from './turn-taking.js';

const chain = { protocol: 'turn-taking', topology: 'chain', seats: 3 };
const ring = { protocol: 'turn-taking', topology: 'ring', seats: 3 };

it('lets each seat speak to all later ones, then plan', () => {
  expect(rehearse(chain).moves).toEqual([
    '0s 0 speak → 1,2',
    '1s 0 plan',
    '1s 1 speak → 2',
    '2s 1 plan',
    '2s 2 plan',
  ]);
});

it.each([2, 3, 6])('says n - 1 messages along a chain and n around a ring of n = %i', (seats) => {
  expect(rehearse({ ...chain, seats }).messages).toBe(seats - 1);
  expect(rehearse({ ...ring, seats }).messages).toBe(seats);
});

it('interrupts the first speaker of a ring, who has planned long ago', () => {
  expect(rehearse(ring).moves.slice(-2)).toEqual(['3s 2 plan', '3s 0 interrupt']);
});

it('tells later seats of a changed plan, once around at most', () => {
  const { moves } = rehearse(ring, { answer: ({ to }) => ({ planned: true, sendTo: to }) });
  expect(moves.slice(6)).toEqual([
    '3s 0 interrupt',
    '4s 0 speak → 1',
    '5s 1 interrupt',
    '6s 1 speak → 2',
    '7s 2 interrupt',
  ]);
});

it('takes no plan for news that was made where only words were asked for, or some teams would never end', () => {
  const graph = { out: [[1], [2], [0]], parents: null };
  const setup = { seats: 3, options: { turnSeconds: 10 }, graph };
  const view = {
    graph,
    seats: [0, 1, 2].map(() => ({ stage: 'X' as const, thinking: false, planned: true })),
  };
  const decided = { kind: 'decided', seat: 0, planned: true, sentTo: [], cause: [7] } as const;
  const asked = (purpose: 'interrupt' | 'speak') =>
    turnTaking.step(turnTaking.init(setup), { ...decided, purpose }, view, setup).activations.length;
  expect([asked('interrupt'), asked('speak')]).toEqual([1, 0]);
});

it('waits for a speaker of whom nothing is heard until it has a plan', () => {
  expect(rehearse(chain, TOTAL_LOSS).moves).toEqual([
    '0s 0 speak → 1,2',
    '1s 0 plan',
    '2s 1 speak → 2',
    '3s 1 plan',
    '4s 2 plan',
  ]);
});

it('does not wait for ever for a speaker who thinks for ever', () => {
  const thinkMicros = ({ seat }: { readonly seat: number }) => (seat === 0 ? 500_000_000 : 1_000_000);
  const { moves } = rehearse({ ...chain, options: { turnSeconds: 5 } }, { thinkMicros });
  expect(moves.slice(0, 3)).toEqual(['0s 0 speak → 1,2', '5s 1 speak → 2', '5s 2 plan']);
});

it('lets a seat speak at once when the one before it is carrying out a plan', () => {
  const planMicros = (seat: number) => (seat === 1 ? 10_000_000 : null);
  const { moves } = rehearse(chain, { planMicros, untilMicros: 16_000_000 });
  expect(moves.slice(5)).toEqual(['13s 1 speak → 2', '14s 1 plan', '14s 2 interrupt']);
});
