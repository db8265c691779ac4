import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { score } from './score.js';

const delivered = (tick: number, points: number, total: number): TinyEvent => ({
  type: 'score.changed',
  tick,
  task: 'a/west',
  points,
  total,
  max: 18,
  seats: [0],
});

it('adds up to the latest total and its share', () => {
  expect(resultOf(score, [delivered(60, 2, 2), delivered(90, 1, 3)])).toEqual({
    points: 3,
    max: 18,
    share: 3 / 18,
  });
});

it('knows the maximum of an episode without points from its end', () => {
  const end: TinyEvent = { type: 'episode.ended', tick: 600, status: 'horizon', score: 0, maxScore: 18 };
  expect(resultOf(score, [end])).toEqual({ points: 0, max: 18, share: 0 });
});

it('has no share before the log names a maximum, or when it is 0', () => {
  expect(resultOf(score, [])).toEqual({ points: 0, max: null, share: null });
  const end: TinyEvent = { type: 'episode.ended', tick: 0, status: 'completed', score: 0, maxScore: 0 };
  expect(resultOf(score, [end])).toEqual({ points: 0, max: 0, share: null });
});
