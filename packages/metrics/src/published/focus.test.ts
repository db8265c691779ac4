import { expect, it } from 'vitest';
import { committed, planEnded, planResultOf } from '../testing/plan-events.js';
import type { TinyEvent } from '../testing/tiny-log.js';
import { publishedFocus } from './focus.js';

const opened = (task: string, body: string, required: number): TinyEvent => ({
  type: 'task.opened',
  tick: 0,
  task,
  body,
  required,
  value: required,
});

const scored = (tick: number, total: number): TinyEvent => ({
  type: 'score.changed',
  tick,
  task: 'b1/left',
  points: 1,
  total,
  max: 9,
  seats: [],
});

it('gives the steps in which focus or score change', () => {
  const log = [
    opened('b1/left', 'b1', 2),
    committed(0, 0, 'b1/left', 'push'),
    committed(60, 1, 'b1/left', 'push'),
    planEnded(100, 0, 'success'),
    scored(181, 1),
    scored(200, 2),
    planEnded(230, 1, 'success'),
  ];
  expect(planResultOf(publishedFocus, log)).toEqual({
    agents: {
      'weight 2': [
        [0, 1],
        [1, 2],
        [2, 1],
      ],
    },
    score: [[3, 2]],
  });
});

it('classes tasks by kind where bodies have one, and passes over plans without a known task', () => {
  const log = [
    opened('coal-17', 'coal#17', 2),
    committed(0, 0, 'coal-17', 'collect'),
    committed(0, 1, null, 'wait'),
    committed(0, 2, 'elsewhere', 'wait'),
    { type: 'episode.ended', tick: 120, status: 'horizon', score: 0, maxScore: 0 } as const,
  ];
  expect(planResultOf(publishedFocus, log)).toEqual({ agents: { coal: [[0, 1]] }, score: [] });
});
