import { expect, it } from 'vitest';
import { poolCorrelations } from '../aggregate/pool-correlations.js';
import { force, sample } from '../testing/attempt-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { constraintCorrelation, type PairSums } from './constraint-correlation.js';

const closed: TinyEvent = { type: 'task.closed', tick: 60, task: 'a/west', outcome: 'completed' };

const play = (events: readonly TinyEvent[]): readonly PairSums[] =>
  resultOf(constraintCorrelation, events) as readonly PairSums[];

const pairOf = <T extends { x: string; y: string }>(
  pairs: readonly T[],
  x: string,
  y: string,
): T | undefined => pairs.find((pair) => pair.x === x && pair.y === y);

const together = [
  sample(0, 'spatial', 1),
  sample(0, 'temporal', 0),
  sample(30, 'spatial', 2),
  sample(30, 'temporal', 2),
  closed,
];

it('sums each pair over the ticks in which both are known', () => {
  const pairs = play(together);
  expect(pairs).toHaveLength(10);
  expect(pairOf(pairs, 'spatial', 'temporal')).toEqual({
    x: 'spatial',
    y: 'temporal',
    ticks: 60,
    sumX: 45,
    sumY: 30,
    sumXX: 37.5,
    sumYY: 30,
    sumXY: 30,
  });
  expect(pairOf(pairs, 'participation', 'spatial')).toMatchObject({ ticks: 0, sumX: 0 });
});

it('correlates, and has no r where one side never changes', () => {
  const pooled = poolCorrelations([play(together)]);
  expect(pairOf(pooled, 'spatial', 'temporal')?.r).toBeCloseTo(1, 12);
  expect(pairOf(pooled, 'spatial', 'force')).toMatchObject({ ticks: 60, r: null });
  expect(pairOf(pooled, 'participation', 'spatial')).toMatchObject({ ticks: 0, r: null });
});

it('counts force as 0 until it is measured', () => {
  const pairs = play([sample(0, 'temporal', 1), force(20, 0.5), closed]);
  expect(pairOf(pairs, 'temporal', 'force')).toMatchObject({ ticks: 60, sumX: 30, sumY: 20, sumXY: 10 });
});

it('leaves out the time in which nobody is at the task', () => {
  const alone: TinyEvent[] = [
    sample(0, 'temporal', 2),
    sample(0, 'spatial', 2),
    sample(10, 'temporal', 0),
    sample(10, 'spatial', 0),
    closed,
  ];
  expect(pairOf(play(alone), 'spatial', 'temporal')?.ticks).toBe(10);
});

it('counts a task until it closes or the episode ends', () => {
  const end: TinyEvent = { type: 'episode.ended', tick: 90, status: 'horizon', score: 0, maxScore: 1 };
  const ticks = (events: readonly TinyEvent[]): number | undefined =>
    pairOf(play(events), 'temporal', 'force')?.ticks;
  expect(ticks([sample(0, 'temporal', 1), end])).toBe(90);
  expect(ticks([sample(0, 'temporal', 1), closed, end])).toBe(60);
});

it('pools episodes as if they were one', () => {
  // Constant within each episode, so only the pool has a correlation: (x, y) = (0.5, 1) and (1, 0.5).
  const first = play([sample(0, 'spatial', 1), sample(0, 'temporal', 2), closed]);
  const second = play([sample(0, 'spatial', 2), sample(0, 'temporal', 1), closed]);
  expect(pairOf(poolCorrelations([first]), 'spatial', 'temporal')?.r).toBeNull();
  expect(pairOf(poolCorrelations([first, second]), 'spatial', 'temporal')?.r).toBeCloseTo(-1, 12);
  expect(poolCorrelations([])).toEqual([]);
});
