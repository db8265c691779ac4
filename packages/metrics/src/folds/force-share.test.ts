import { expect, it } from 'vitest';
import { ended, force, started } from '../testing/attempt-events.js';
import { resultOf } from '../testing/tiny-log.js';
import { forceShare } from './force-share.js';

it('weighs force by time and reports the largest', () => {
  expect(resultOf(forceShare, [started(0), force(10, 0.5), force(40, 1), ended(60)])).toEqual({
    mean: (0.5 * 30 + 1 * 20) / 60,
    max: 1,
  });
});

it('ignores force outside attempts and values that held for no time', () => {
  expect(
    resultOf(forceShare, [force(0, 0.9), started(20), force(20, 0.25), ended(40), force(50, 0.95)]),
  ).toEqual({ mean: 0.25, max: 0.25 });
});

it('counts an attempt without contact as force 0', () => {
  expect(
    resultOf(forceShare, [started(0), force(0, 1), ended(30), started(30, 'b/west'), ended(60, 'b/west')]),
  ).toEqual({ mean: 0.5, max: 1 });
});

it('is null in a world without contact forces, and without attempts', () => {
  expect(resultOf(forceShare, [started(0), ended(60)])).toEqual({ mean: null, max: null });
  expect(resultOf(forceShare, [force(0, 0.5)])).toEqual({ mean: null, max: null });
});
