import type { ConstraintChanged, TaskClosed, TaskOpened } from '@quorum/events';
import { addEvent } from './add-node.js';
import type { GraphState, TaskState } from './graph-state.js';
import { settleWork } from './reachable.js';

/** Cooperative work becomes possible: a root, offered to everybody. */
export function openTask(state: GraphState, event: TaskOpened): void {
  const work = event.value > 0;
  const node = addEvent(state, event, {
    kind: 'task',
    seats: [],
    origin: 'world',
    task: event.task,
    work,
    quorum: event.required,
  });
  const { tick, time } = event;
  state.tasks.set(event.task, {
    id: event.task,
    body: event.body,
    node,
    required: event.required,
    open: true,
    work,
    committed: new Set(),
    emptySince: { tick, time },
    requests: [],
  });
  if (!state.bodies.has(event.body)) state.bodies.set(event.body, { effects: [], changes: [] });
  if (work) state.openTasks += 1;
}

/** Cooperative work is over, and with it everything that was asked for about it. */
export function closeTask(state: GraphState, event: TaskClosed): void {
  const task = state.tasks.get(event.task);
  if (!task?.open) return;
  task.open = false;
  task.node.outcome = event.outcome;
  if (task.work) state.openTasks -= 1;
  for (const request of task.requests.splice(0)) settleWork(state, request);
}

/** More or fewer agents are needed than before: blocks ahead add up. */
export function changeRequired(state: GraphState, event: ConstraintChanged): void {
  if (event.constraint !== 'participation') return;
  const task = state.tasks.get(event.task);
  if (task !== undefined) task.required = event.required;
}

/** A seat's plan targets a task, or no longer does. */
export function commitSeat(task: TaskState, seat: number): void {
  task.committed.add(seat);
}

export function releaseSeat(
  task: TaskState,
  seat: number,
  { tick, time }: { readonly tick: number; readonly time: number },
): void {
  if (task.committed.delete(seat) && task.committed.size === 0) task.emptySince = { tick, time };
}
