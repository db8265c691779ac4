import { expect, it } from 'vitest';
import { ended, sample, started } from '../testing/attempt-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { attemptViolations } from './attempt-violations.js';
import { violations } from './violations.js';

const none = { participation: null, spatial: null, temporal: null, dependency: null };

const longThenShort = [
  started(0),
  sample(0, 'temporal', 2),
  ended(60),
  sample(60, 'temporal', 1),
  started(100),
  ended(120),
];

it('weighs a short attempt like a long one', () => {
  expect(resultOf(attemptViolations, longThenShort)).toEqual({ ...none, temporal: 0.25 });
  expect(resultOf(violations, longThenShort)).toEqual({ ...none, temporal: 0.125 });
});

it('leaves out attempts in which nothing was known for a tick', () => {
  expect(resultOf(attemptViolations, [started(0), sample(60, 'temporal', 0), ended(60)])).toEqual(none);
  expect(
    resultOf(attemptViolations, [started(0), ended(60), sample(70, 'temporal', 1), started(70), ended(80)]),
  ).toEqual({ ...none, temporal: 0.5 });
});
