import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { committed, planEnded, planResultOf } from '../testing/plan-events.js';
import type { TinyEvent } from '../testing/tiny-log.js';
import { coherenceByTarget } from './coherence-by-target.js';

const opened = (task: string, required: number, body = task): TinyEvent => ({
  type: 'task.opened',
  tick: 0,
  task,
  body,
  required,
  value: 1,
});
const over = (tick: number): TinyEvent => ({
  type: 'episode.ended',
  tick,
  status: 'horizon',
  score: 0,
  maxScore: 1,
});
const three = [opened('a', 2), opened('b', 1), opened('c', 1)];

/** Ticks by fit of plans that hold for 10 ticks. */
function ticksOf(tasks: readonly (string | null)[], open: readonly TinyEvent[] = three) {
  const plans = tasks.map((task, seat) => committed(0, seat, task, 'push'));
  return (planResultOf(coherenceByTarget, [...open, ...plans, over(10)]) as { ticks: object }).ticks;
}

it('weighs plans by how they fit, as in the example', () => {
  const result = planResultOf(coherenceByTarget, [
    ...three,
    committed(0, 0, 'a', 'push'),
    committed(0, 1, 'a', 'hold'),
    committed(0, 2, 'b', 'push'),
    planEnded(60, 1, 'interrupted', 'replaced'),
    committed(60, 1, 'b', 'push'),
    over(120),
  ]);
  expect(result).toEqual({
    ticks: { fitting: 240, short: 60, surplus: 60, conflicting: 0 },
    jointTicks: 120,
    coherentTicks: 60,
  });
  const row = flattenMetrics({ 'coherence-by-target': result });
  expect(row['coherence-by-target.coherence']).toBeCloseTo(0.6667, 4);
  expect(row['coherence-by-target.short']).toBeCloseTo(0.1667, 4);
  expect(row['coherence-by-target.allFit']).toBe(0.5);
});

it.each([
  ['two at one that takes two', ['a', 'a', null], { fitting: 20 }],
  ['two at two that take one each', ['b', 'c', null], { fitting: 20 }],
  ['three at one that takes one', ['b', 'b', 'b'], { fitting: 10, surplus: 20 }],
  ['one at one that takes two', ['a', null, null], { short: 10 }],
  ['one at what is no task any more', ['z', 'b', null], { surplus: 10, fitting: 10 }],
])('judges %s', (_, tasks, ticks) => {
  expect(ticksOf(tasks)).toEqual({ fitting: 0, surplus: 0, short: 0, conflicting: 0, ...ticks });
});

it('sees that the faces of one body compete', () => {
  const faces = [opened('a/west', 1, 'a'), opened('a/north', 2, 'a')];
  expect(ticksOf(['a/west', 'a/north', 'a/north'], faces)).toMatchObject({ fitting: 20, conflicting: 10 });
  expect(ticksOf(['a/north', 'a/west', null], faces)).toMatchObject({ fitting: 10, conflicting: 10 });
});

it('asks for more when more bodies are in the way', () => {
  const log: TinyEvent[] = [
    ...three,
    committed(0, 0, 'b', 'push'),
    {
      type: 'constraint.changed',
      tick: 6,
      task: 'b',
      constraint: 'participation',
      count: 1,
      required: 2,
      seats: [0],
    },
    over(10),
  ];
  expect(planResultOf(coherenceByTarget, log)).toMatchObject({
    ticks: { fitting: 6, short: 4 },
    jointTicks: 0,
  });
});

it('is undefined without plans for tasks', () => {
  const row = flattenMetrics({
    'coherence-by-target': planResultOf(coherenceByTarget, [committed(0, 0, null, 'wait'), over(60)]),
  });
  expect(row).toMatchObject({
    'coherence-by-target.coherence': null,
    'coherence-by-target.allFit': null,
  });
});
