import { expect, it } from 'vitest';
import { courseOf } from './course.js';
import type { PageEpisode } from './page-data.js';

interface Shape {
  readonly seed?: number;
  readonly seconds: number;
  readonly score: readonly (readonly [number, number])[];
  readonly max?: number | null;
  readonly ticksPerInterval?: number;
  readonly attended: readonly number[];
  readonly spatial: readonly number[];
  readonly agents?: Readonly<Record<string, readonly (readonly [number, number])[]>>;
}

function episode({ seed = 1, seconds, score, max = 4, ticksPerInterval = 60, ...rest }: Shape): PageEpisode {
  const { attended, spatial, agents = {} } = rest;
  const none = attended.map(() => 0);
  const channels = { attended, spatial, participation: attended, temporal: none, dependency: attended };
  return {
    seed,
    repeat: 1,
    status: 'horizon',
    path: '',
    href: '',
    metrics: {
      score: { points: 0, max, share: null },
      duration: { ticks: seconds * 60 },
      'published-focus': { agents, score },
      'constraints-over-time': { series: { ticksPerInterval, channels } },
    },
  };
}

it('adds up points to the end of each interval, from 0 on, as a share of the most', () => {
  const course = courseOf([
    episode({ seconds: 3, score: [[1, 1]], attended: [], spatial: [] }),
    episode({ seconds: 3, score: [[0, 3]], attended: [], spatial: [] }),
  ]);
  expect(course?.score.map(({ seconds, mean }) => [seconds, mean])).toEqual([
    [0, 0],
    [1, 3 / 8],
    [2, 1 / 2],
    [3, 1 / 2],
  ]);
});

it('keeps the points of an episode that is over, and has its agents leave', () => {
  const agents = { 'weight 2': [[0, 2], [1, 0]] } as const; // prettier-ignore
  const course = courseOf([
    episode({ seconds: 1, score: [[0, 4]], attended: [60], spatial: [60], agents }),
    episode({ seconds: 2, score: [], attended: [60, 60], spatial: [0, 0], agents: { 'weight 2': [[0, 1]] } }),
  ]);
  expect(course?.score.at(-1)).toMatchObject({ seconds: 2, mean: 0.5 });
  expect(course?.focus).toEqual([
    { name: 'weight 2', seconds: 0.5, agents: 1.5 },
    { name: 'weight 2', seconds: 1.5, agents: 0.5 },
  ]);
});

it('joins intervals of episodes of different lengths, and leaves out what nobody attended', () => {
  const course = courseOf([
    episode({ seconds: 4, score: [], attended: [60, 60, 0, 0], spatial: [60, 0, 0, 0] }),
    episode({ seconds: 4, score: [], ticksPerInterval: 120, attended: [120, 120], spatial: [0, 30] }),
  ]);
  expect(course?.holds.spatial.map(({ seconds, mean }) => [seconds, mean])).toEqual([
    [1, 0.25],
    [3, 0.25],
  ]);
});

it('has a band from six seeds on, and takes points as they are where no most is known', () => {
  const seeds = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      episode({ seed: i, seconds: 1, score: [[0, i]], max: null, attended: [], spatial: [] }),
    );
  expect(courseOf(seeds(5))?.score.at(-1)).toEqual({ seconds: 1, mean: 2, low: null, high: null });
  const { mean, low, high } = courseOf(seeds(6))?.score.at(-1) ?? {};
  expect(mean).toBe(2.5);
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(2.5);
  expect(high).toBeGreaterThan(2.5);
});

it('is null without the metrics that it is made of', () => {
  expect(
    courseOf([{ ...episode({ seconds: 1, score: [], attended: [], spatial: [] }), metrics: {} }]),
  ).toBeNull();
});
