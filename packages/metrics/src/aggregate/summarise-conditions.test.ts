import { expect, it } from 'vitest';
import { episode } from '../testing/episodes.js';
import { samplesOf } from './samples.js';
import { summariseConditions } from './summarise-conditions.js';

it('makes one row per condition over seeds and repeats', () => {
  const rows = summariseConditions(['score.points', 'score.share']).over([
    episode('greedy', 1, 4),
    episode('random', 1, 1),
    episode('greedy', 1, 6, { repeat: 2 }),
    episode('greedy', 2, 8),
  ]);
  expect(rows.map((row) => row.header.team[0]?.agent)).toEqual(['greedy', 'random']);
  expect(rows[0]?.columns['score.points']).toMatchObject({
    episodes: 3,
    seeds: 2,
    mean: 6,
    points: [4, 6, 8],
  });
  expect(rows[1]?.columns['score.share']).toMatchObject({ episodes: 1, seeds: 1, mean: 0.1 });
});

it('counts failed agents and providers and keeps them out of every mean', () => {
  const [row] = summariseConditions(['score.points']).over([
    episode('greedy', 1, 4),
    episode('greedy', 2, 0, { status: 'agent_error' }),
    episode('greedy', 3, 10, { status: 'completed' }),
    episode('greedy', 4, 0, { status: 'model_error' }),
  ]);
  expect(row?.statuses).toEqual({
    completed: 1,
    horizon: 1,
    deadline: 0,
    stopped: 0,
    agent_error: 1,
    model_error: 1,
    model_budget: 0,
  });
  expect(row?.excluded).toBe(2);
  expect(row?.columns['score.points']).toMatchObject({ episodes: 2, mean: 7 });
});

it('leaves out episodes without a value, which is not 0', () => {
  expect(samplesOf([episode('greedy', 1, null), episode('greedy', 2, 5)], 'score.points')).toEqual([
    { seed: 2, value: 5 },
  ]);
});

it('can group by another name', () => {
  const rows = summariseConditions(['score.points'], () => 'all').over([
    episode('greedy', 1, 4),
    episode('random', 1, 2),
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ condition: 'all', columns: { 'score.points': { mean: 3 } } });
});

it('refuses an unknown column and names the known ones', () => {
  const unknown = (): unknown => summariseConditions(['score.total']).over([episode('greedy', 1, 4)]);
  expect(unknown).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_NAME', fix: expect.stringContaining('score.share') as string }),
  );
});
