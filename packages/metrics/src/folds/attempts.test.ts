import { expect, it } from 'vitest';
import { resultOf } from '../testing/tiny-log.js';
import { attempts } from './attempts.js';

it('counts ended attempts, successes and seats', () => {
  const task = 'a/west';
  expect(
    resultOf(attempts, [
      { type: 'attempt.started', tick: 0, task, required: 2, seats: [0] },
      { type: 'attempt.changed', tick: 30, task, seats: [0, 1] },
      { type: 'attempt.ended', tick: 60, task, seats: [0, 1], success: true, moved: 0.4 },
      { type: 'attempt.started', tick: 90, task, required: 2, seats: [2] },
      { type: 'attempt.ended', tick: 120, task, seats: [2], success: false, moved: 0 },
      { type: 'attempt.started', tick: 130, task, required: 2, seats: [1] },
    ]),
  ).toEqual({ count: 2, successes: 1, successRate: 0.5, seatsTotal: 3, meanTeamSize: 1.5 });
});

it('has no rates without attempts', () => {
  expect(resultOf(attempts, [])).toEqual({
    count: 0,
    successes: 0,
    successRate: null,
    seatsTotal: 0,
    meanTeamSize: null,
  });
});
