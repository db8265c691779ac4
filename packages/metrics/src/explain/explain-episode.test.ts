import { expect, it } from 'vitest';
import { tinyHeader, tinyLog, type TinyEvent } from '../testing/tiny-log.js';
import { explainEpisode } from './explain-episode.js';

const task = (name: string, value: number): TinyEvent => ({
  type: 'task.opened',
  tick: 0,
  task: name,
  body: name,
  required: 2,
  value,
});

const log: readonly TinyEvent[] = [
  task('a/west', 2),
  task('b/west', 3),
  task('b/east', 0),
  task('c/west', 2),
  { type: 'action.assigned', tick: 0, seat: 0, action: { type: 'push' }, task: 'a/west' },
  {
    type: 'constraint.changed',
    tick: 6,
    task: 'a/west',
    constraint: 'participation',
    count: 1,
    required: 2,
    seats: [0],
  },
  { type: 'attempt.started', tick: 60, task: 'a/west', required: 2, seats: [0] },
  { type: 'attempt.ended', tick: 120, task: 'a/west', seats: [0], success: false, moved: 0 },
  { type: 'action.ended', tick: 120, seat: 0, action: 'push', outcome: 'insufficient_force' },
  { type: 'score.changed', tick: 200, task: 'c/west', points: 2, total: 2, max: 7, seats: [1] },
  { type: 'task.closed', tick: 200, task: 'c/west', outcome: 'completed' },
  { type: 'episode.ended', tick: 600, status: 'horizon', score: 2, maxScore: 7 },
];

it('says how it ended, what is left, where time went and what failed', () => {
  const { verdict, parts } = explainEpisode(tinyHeader(2), tinyLog(log));
  expect(verdict).toMatch(/^2 of 7 points after 10 s: body time ran out\./);
  const lines = Object.fromEntries(parts.map(({ title, lines }) => [title, lines]));
  expect(lines['What was left undone']).toEqual([
    'a/west (worth 2, needs 2): at most 1 agent at a time, pushed in 1 attempt.',
    'b/west (worth 3, needs 2): nobody ever worked on it.',
  ]);
  expect(lines['Actions that failed']).toEqual(['push ended with insufficient_force 1×.']);
  expect(lines['Where the time went']?.[0]).toMatch(/pushing with too few 5 %/);
});

it('explains what has not begun', () => {
  expect(explainEpisode(tinyHeader(1), [])).toEqual({
    verdict: '0 points after 0 s: it has not ended.',
    parts: [],
  });
});
