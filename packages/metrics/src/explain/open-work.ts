import type { Fold } from '@quorum/events';

/** A task with points to gain that nobody completed. */
export interface OpenTask {
  readonly task: string;
  readonly value: number;
  readonly required: number;
  /** Most seats whose plans served it at one time. */
  readonly mostSeats: number;
  readonly attempts: number;
}

/** A task while it is followed. */
interface Work {
  readonly task: string;
  readonly value: number;
  required: number;
  mostSeats: number;
  attempts: number;
}

/** Tasks that are still open, the most worked on first; those that give nothing are left out. */
export const openWork: Fold<Map<string, Work>, readonly OpenTask[]> = {
  name: 'open-work',
  version: 1,
  reads: ['task.opened', 'task.closed', 'constraint.changed', 'attempt.started'],
  init: () => new Map(),
  step(state, event) {
    if (event.type === 'task.opened') {
      const { task, value, required } = event;
      if (value > 0) state.set(task, { task, value, required, mostSeats: 0, attempts: 0 });
    } else if (event.type === 'task.closed') {
      state.delete(event.task);
    } else if (event.type === 'constraint.changed' && event.constraint === 'participation') {
      const task = state.get(event.task);
      if (task !== undefined) {
        task.mostSeats = Math.max(task.mostSeats, event.count);
        task.required = event.required;
      }
    } else if (event.type === 'attempt.started') {
      const task = state.get(event.task);
      if (task !== undefined) task.attempts += 1;
    }
    return state;
  },
  result: (state) =>
    [...state.values()]
      .map((task) => ({ ...task }))
      .sort((a, b) => b.mostSeats - a.mostSeats || b.value - a.value || (a.task < b.task ? -1 : 1)),
};

/** How far a task came, in one sentence. */
export function taskLine({ task, required, mostSeats, attempts, value }: OpenTask): string {
  const worth = `worth ${value}, needs ${required}`;
  if (mostSeats === 0) return `${task} (${worth}): nobody ever worked on it.`;
  const tried = attempts === 0 ? 'never pushed' : `pushed in ${attempts} attempt${attempts === 1 ? '' : 's'}`;
  return `${task} (${worth}): at most ${mostSeats} agent${mostSeats === 1 ? '' : 's'} at a time, ${tried}.`;
}
