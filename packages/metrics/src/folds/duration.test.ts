import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { duration } from './duration.js';

const hash: TinyEvent = { type: 'world.hash', tick: 60, state: '00' };

it('reports body time, virtual time and status', () => {
  const end: TinyEvent = {
    type: 'episode.ended',
    tick: 120,
    time: 5_000_000,
    status: 'horizon',
    score: 0,
    maxScore: 1,
  };
  expect(resultOf(duration, [hash, end])).toEqual({
    ticks: 120,
    seconds: 2,
    virtualSeconds: 5,
    status: 'horizon',
  });
});

it('has no status while the episode runs', () => {
  expect(resultOf(duration, [hash])).toEqual({ ticks: 60, seconds: 1, virtualSeconds: 1, status: null });
});
