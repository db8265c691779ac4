import type { GraphState, TaskState } from '../graph/graph-state.js';

/**
 * Open work that lacks agents, of which the team has enough; rather one that somebody is at. Cost: the number of tasks.
 */
export function shortTask({ tasks, seats }: GraphState): TaskState | undefined {
  let found: TaskState | undefined;
  for (const task of tasks.values()) {
    const { open, work, committed, required } = task;
    if (!open || !work || committed.size >= required || required > seats.length) continue;
    if (committed.size > 0) return task;
    found ??= task;
  }
  return found;
}
