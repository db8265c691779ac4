import { expect, it } from 'vitest';
import { committed, planEnded, planResultOf } from '../testing/plan-events.js';
import type { TinyEvent } from '../testing/tiny-log.js';
import { publishedSuccess } from './success.js';

const gained = (capability: string): TinyEvent => ({
  type: 'capability.changed',
  tick: 60,
  seat: 0,
  capability,
  change: 'gained',
});

it('gives plan success, resources and score', () => {
  const log: TinyEvent[] = [
    { type: 'activation.stage', tick: 0, seat: 0, stage: 'R' },
    ...[0, 1, 2, 3].map((step) => committed(step * 60, 0, 'a', 'push')),
    planEnded(200, 0, 'success'),
    ...['wood', 'stone', 'wood'].map(gained),
    { type: 'score.changed', tick: 60, task: 'a', points: 3, total: 3, max: 18, seats: [0] },
  ];
  expect(planResultOf(publishedSuccess, log)).toEqual({
    planSuccessRate: 0.25,
    score: 3,
    resources: { wood: 2, stone: 1 },
  });
});

it('has no plan success without plans', () => {
  expect(planResultOf(publishedSuccess, [])).toEqual({ planSuccessRate: null, score: 0, resources: {} });
});
