import type { EventRecord, GraphState } from './graph-state.js';

/**
 * Keeps count of reachable work among messages: work that somebody may still be shown, that too few have been shown
 * yet, and whose task is not over.
 */
export function settleWork(state: GraphState, message: EventRecord): void {
  const isOver = message.task !== null && state.tasks.get(message.task)?.open === false;
  const reachable = message.work && message.open > 0 && message.consumed < message.quorum && !isOver;
  if (reachable === message.reachable) return;
  message.reachable = reachable;
  state.openRequests += reachable ? 1 : -1;
}
