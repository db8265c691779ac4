import { expect, it } from 'vitest';
import { rehearse } from '../testing/rehearse.js';

const solo = { protocol: 'solo', topology: 'none', seats: 3 };

it('lets seat 0 plan for all', () => {
  expect(rehearse(solo)).toEqual({ moves: ['0s 0 plan for 1,2'], messages: 0 });
});

it('lets bodies wait whose plan ends while the mind thinks', () => {
  const planMicros = (seat: number, time: number) =>
    time > 5_000_000 || seat === 0 ? null : 10_000_000 + seat * 500_000;
  // Seat 1 is free at 11.5 s, seat 2 half a second later.
  const { moves } = rehearse(solo, { planMicros });
  expect(moves.slice(1)).toEqual(['11.5s 0 plan for 1', '12.5s 0 plan for 2']);
});
