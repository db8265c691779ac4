import { expect, it } from 'vitest';
import { rehearse, TOTAL_LOSS } from '../testing/rehearse.js';

const star = { protocol: 'hierarchy', topology: 'star', seats: 3 };
const tree = { protocol: 'hierarchy', topology: 'tree', seats: 5 };

it('lets the leader speak, the followers reply, then all plan', () => {
  const { moves } = rehearse(star);
  expect(moves).toEqual([
    '0s 0 speak → 1,2',
    '1s 1 reply → 0',
    '1s 2 reply → 0',
    '2s 1 plan',
    '2s 2 plan',
    '2s 0 plan',
  ]);
});

it.each([2, 3, 6])('says n messages in a round of n = %i', (seats) => {
  expect(rehearse({ ...star, seats }).messages).toBe(seats);
});

it('passes directives down a tree, each level after its reply', () => {
  const { moves, messages } = rehearse(tree);
  expect(moves).toEqual([
    '0s 0 speak → 1,2',
    '1s 1 reply → 0',
    '1s 2 reply → 0',
    '2s 1 speak → 3,4',
    '2s 2 plan',
    '2s 0 plan',
    '3s 3 reply → 1',
    '3s 4 reply → 1',
    '4s 3 plan',
    '4s 4 plan',
    '4s 1 plan',
  ]);
  // One for each seat that has subordinates, one for each seat that has a superior.
  expect(messages).toBe(2 + 4);
});

it('goes on after a while when nothing arrives', () => {
  const { moves } = rehearse({ ...star, options: { replySeconds: 4 } }, TOTAL_LOSS);
  // Followers go on when the leader has its plan: there is no directive to wait for any more.
  expect(moves).toEqual(['0s 0 speak → 1,2', '5s 0 plan', '6s 1 plan', '6s 2 plan']);
});

it('lets followers wait for a slow leader no longer than said', () => {
  const thinkMicros = ({ seat }: { readonly seat: number }) => (seat === 0 ? 50_000_000 : 1_000_000);
  const { moves } = rehearse({ ...star, options: { directiveSeconds: 7 } }, { thinkMicros });
  // The directive comes when they have plans: they reply to a leader that waits for it, then may change them.
  expect(moves).toEqual([
    '0s 0 speak → 1,2',
    '7s 1 plan',
    '7s 2 plan',
    '50s 1 reply → 0',
    '50s 2 reply → 0',
    '51s 1 interrupt',
    '51s 2 interrupt',
    '51s 0 plan',
  ]);
});

it('does not wait for replies to what was never said', () => {
  const { moves } = rehearse(star, { answer: () => ({ planned: false, sendTo: [] }) });
  expect(moves.slice(0, 2)).toEqual(['0s 0 speak → 1,2', '1s 0 plan']);
});

it('interrupts followers with a plan, after their reply, when the leader plans anew', () => {
  const planMicros = (seat: number) => (seat === 0 ? 10_000_000 : null);
  const { moves } = rehearse(star, { planMicros, untilMicros: 16_000_000 });
  expect(moves.slice(6)).toEqual([
    '13s 0 speak → 1,2',
    '14s 1 reply → 0',
    '14s 2 reply → 0',
    '15s 1 interrupt',
    '15s 2 interrupt',
    '15s 0 plan',
  ]);
});

it('lets a follower without a plan plan alone while the leader has one', () => {
  const planMicros = (seat: number) => (seat === 2 ? 10_000_000 : null);
  const { moves } = rehearse(star, { planMicros, untilMicros: 14_000_000 });
  expect(moves.slice(6)).toEqual(['13s 2 plan']);
});

it('lets a woken leader lead a whole round, anybody else repair alone', () => {
  const wakes = [
    { seat: 0, time: 20_000_000 },
    { seat: 2, time: 40_000_000 },
  ];
  const { moves } = rehearse(star, { wakes });
  expect(moves.slice(6)).toEqual([
    '20s 0 speak → 1,2',
    '21s 1 reply → 0',
    '21s 2 reply → 0',
    '22s 1 interrupt',
    '22s 2 interrupt',
    '22s 0 repair',
    '40s 2 repair',
  ]);
});

it('passes a changed plan on from the middle, and only a changed one', () => {
  const wakes = [{ seat: 0, time: 20_000_000 }];
  const answer = ({ seat, to }: { readonly seat: number; readonly to: readonly number[] }) => ({
    planned: seat === 1,
    sendTo: to,
  });
  const { moves } = rehearse(tree, { wakes, answer });
  expect(moves.slice(11)).toEqual([
    '20s 0 speak → 1,2',
    '21s 1 reply → 0',
    '21s 2 reply → 0',
    '22s 1 interrupt',
    '22s 2 interrupt',
    '22s 0 repair',
    '23s 1 speak → 3,4',
    '24s 3 interrupt',
    '24s 4 interrupt',
  ]);
});
