import { expect, it } from 'vitest';
import { ended, sample, started } from '../testing/attempt-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { violations } from './violations.js';

const none = { participation: null, spatial: null, temporal: null, dependency: null };

it('weighs deficits by time', () => {
  expect(
    resultOf(violations, [started(0), sample(0, 'spatial', 1), sample(45, 'spatial', 2), ended(60)]),
  ).toEqual({ ...none, spatial: 0.375 });
});

it('counts nothing between attempts', () => {
  expect(
    resultOf(violations, [
      started(0),
      sample(0, 'temporal', 2),
      ended(60),
      sample(61, 'temporal', 0),
      sample(199, 'temporal', 1),
      started(200),
      ended(220),
    ]),
  ).toEqual({ ...none, temporal: 0.125 });
});

it('goes on with the latest known value at the start of an attempt', () => {
  expect(resultOf(violations, [sample(0, 'participation', 1), started(100), ended(160)])).toEqual({
    ...none,
    participation: 0.5,
  });
});

it('starts weighing at the very first sample of a task', () => {
  expect(resultOf(violations, [started(0), sample(50, 'spatial', 0), ended(60)])).toEqual({
    ...none,
    spatial: 1,
  });
  expect(
    resultOf(violations, [started(0), sample(50, 'spatial', 0), sample(55, 'spatial', 2), ended(60)]),
  ).toEqual({ ...none, spatial: 0.5 });
});

it('does not reward more agents than required, and asks for none where none is required', () => {
  expect(
    resultOf(violations, [sample(0, 'spatial', 3), sample(0, 'dependency', 0, 0), started(0), ended(60)]),
  ).toEqual({ ...none, spatial: 0, dependency: 0 });
});

it('follows what is required when it changes', () => {
  expect(
    resultOf(violations, [started(0), sample(0, 'temporal', 2, 2), sample(30, 'temporal', 2, 4), ended(60)]),
  ).toEqual({ ...none, temporal: 0.25 });
});

it('keeps tasks apart and weighs simultaneous attempts twice', () => {
  expect(
    resultOf(violations, [
      started(0, 'a/west'),
      started(0, 'b/west'),
      sample(0, 'spatial', 2, 2, 'a/west'),
      sample(0, 'spatial', 0, 2, 'b/west'),
      ended(30, 'b/west'),
      ended(90, 'a/west'),
    ]),
  ).toEqual({ ...none, spatial: 0.25 });
});

it('is null without attempts, without samples, and while the attempt is open', () => {
  expect(resultOf(violations, [sample(0, 'spatial', 0)])).toEqual(none);
  expect(resultOf(violations, [started(0), ended(60)])).toEqual(none);
  expect(resultOf(violations, [started(0), sample(0, 'spatial', 0), sample(30, 'spatial', 1)])).toEqual(none);
});
