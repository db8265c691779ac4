import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { presentAt, presentAtBody } from './attendance.js';

const opened = (task: string): TinyEvent => ({
  type: 'task.opened',
  ...{ tick: 0, task, body: 'b1', required: 2, value: 2 },
});
const present = (tick: number, task: string, seats: number[]): TinyEvent => ({
  type: 'constraint.changed',
  ...{ tick, task, constraint: 'spatial', count: seats.length, required: 2, seats },
});
const model = tinyModel([
  opened('b1/left'),
  opened('b1/top'),
  present(60, 'b1/left', [0]),
  present(120, 'b1/top', [1, 2]),
  present(180, 'b1/left', []),
  { type: 'task.closed', tick: 240, task: 'b1/top', outcome: 'completed' },
]);
const count = (task: string, time: number): number | undefined => {
  const found = model.tasks.byId.get(task);
  return found === undefined ? undefined : presentAt(found, time)?.count;
};

it('counts who is at a task from the moment they are there until they leave or it closes', () => {
  expect([0, 1e6, 2.9e6, 3e6].map((time) => count('b1/left', time))).toEqual([undefined, 1, 1, undefined]);
  expect([2e6, 3.9e6, 4e6].map((time) => count('b1/top', time))).toEqual([2, 2, undefined]);
});

it('counts at a body who is at its task with most agents', () => {
  const counts = [0, 1e6, 2e6, 4e6].map((time) => presentAtBody(model, 'b1', time)?.count);
  expect(counts).toEqual([undefined, 1, 2, undefined]);
  expect(presentAtBody(model, 'b2', 2e6)).toBeNull();
});
