import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { planProgress } from './plan-progress.js';

const assigned = (tick: number, plan: number, type: string): TinyEvent => ({
  type: 'action.assigned',
  ...{ tick, seat: 0, action: { type }, task: 'a', inputs: [plan] },
});
const committed = (tick: number): TinyEvent => ({
  type: 'plan.committed',
  ...{ tick, seat: 0, task: 'a', observation: 0 },
  actions: [{ type: 'go', x: 1, face: 'left' }, { type: 'push' }, { type: 'wait' }],
});
const model = tinyModel([
  committed(0),
  assigned(0, 0, 'go'),
  { type: 'action.ended', tick: 60, seat: 0, action: 'go', outcome: 'success', inputs: [1] },
  assigned(60, 0, 'push'),
  {
    type: 'plan.ended',
    tick: 120,
    seat: 0,
    status: 'interrupted',
    outcome: 'replaced',
    done: 1,
    inputs: [0],
  },
  committed(120),
  assigned(120, 5, 'go'),
  // What takes its place is among the inputs of an action's end, too.
  { type: 'action.ended', tick: 120, seat: 0, action: 'push', outcome: 'replaced', inputs: [3, 6] },
]);

const states = (index: number, time: number): string[] => {
  const plan = model.lanes[0]?.plans[index];
  return plan === undefined ? [] : planProgress(model, plan, time).map(({ state }) => state);
};

it('says how far each action of a plan had come', () => {
  expect(states(0, 0)).toEqual(['running', 'to come', 'to come']);
  expect(states(0, 1e6)).toEqual(['done', 'running', 'to come']);
  expect(states(0, 2e6)).toEqual(['done', 'ended', 'to come']);
  expect(states(1, 2e6)).toEqual(['running', 'to come', 'to come']);
});

it('runs nothing once the plan is over', () => {
  const over = tinyModel([
    committed(0),
    {
      type: 'plan.ended',
      tick: 60,
      seat: 0,
      status: 'interrupted',
      outcome: 'replaced',
      done: 0,
      inputs: [0],
    },
  ]);
  const [plan] = over.lanes[0]?.plans ?? [];
  expect(plan && planProgress(over, plan, 1e6).map(({ state }) => state)).toEqual([
    'to come',
    'to come',
    'to come',
  ]);
});

it('says what an action is about', () => {
  const [plan] = model.lanes[0]?.plans ?? [];
  expect(plan && planProgress(model, plan, 0)[0]).toMatchObject({ action: 'go', details: 'x 1, face left' });
});
