import { expect, it } from 'vitest';
import { rehearse, TOTAL_LOSS } from '../testing/rehearse.js';

const debate = { protocol: 'rounds', topology: 'full', seats: 2 };

it('lets all speak at once, twice, then plan', () => {
  expect(rehearse(debate).moves).toEqual([
    '0s 0 speak → 1',
    '0s 1 speak → 0',
    '1s 0 speak → 1',
    '1s 1 speak → 0',
    '2s 0 plan',
    '2s 1 plan',
  ]);
});

it.each([
  [3, 2],
  [3, 4],
  [5, 3],
])('says k · n messages: n = %i, k = %i', (seats, rounds) => {
  expect(rehearse({ ...debate, seats, options: { rounds } }).messages).toBe(seats * rounds);
});

it('ends a round when everything said has arrived', () => {
  const { moves } = rehearse(debate, { travelMicros: (from) => [from === 0 ? 3_000_000 : 0] });
  expect(moves.slice(2)).toEqual(['4s 0 speak → 1', '4s 1 speak → 0', '8s 0 plan', '8s 1 plan']);
});

it('ends a round after a while when something is lost', () => {
  const { moves } = rehearse({ ...debate, options: { timeoutSeconds: 6 } }, TOTAL_LOSS);
  expect(moves.slice(2)).toEqual(['7s 0 speak → 1', '7s 1 speak → 0', '14s 0 plan', '14s 1 plan']);
});

it('takes in who loses its plan during the first round, and leaves others alone', () => {
  const planMicros = (seat: number, time: number) => {
    if (seat === 2 || time > 5_000_000) return null;
    return seat === 0 ? 10_000_000 : 10_500_000;
  };
  const { moves } = rehearse({ ...debate, seats: 3 }, { planMicros });
  expect(moves.slice(9)).toEqual([
    '13s 0 speak → 1,2',
    '13.5s 1 speak → 0,2',
    '14.5s 0 speak → 1,2',
    '14.5s 1 speak → 0,2',
    '15.5s 0 plan',
    '15.5s 1 plan',
  ]);
});

it('lets later ones hold a session of their own, and a lone seat speak once', () => {
  const planMicros = (seat: number, time: number) => {
    if (seat === 2 || time > 5_000_000) return null;
    return seat === 0 ? 10_000_000 : 11_500_000;
  };
  const { moves } = rehearse({ ...debate, seats: 3 }, { planMicros });
  expect(moves.slice(9)).toEqual(['13s 0 speak → 1,2', '14s 0 plan', '15s 1 speak → 0,2', '16s 1 plan']);
});

it('waits for those without a plan who are announced later in the same instant', () => {
  // On a chain the last seat has nobody to speak to: it must not end a session that the others are about to join.
  const { moves } = rehearse({ ...debate, topology: 'chain', seats: 3 });
  expect(moves).toEqual([
    '0s 0 speak → 1,2',
    '0s 1 speak → 2',
    '1s 0 speak → 1,2',
    '1s 1 speak → 2',
    '2s 0 plan',
    '2s 1 plan',
    '2s 2 plan',
  ]);
});
