import type { GraphState } from '../graph/graph-state.js';

/** The episode goes on, but nobody thinks, has a plan for a task or works at one. */
export function isIdle({ status, running, engaged, attempts }: GraphState): boolean {
  return status === null && running === 0 && engaged === 0 && attempts === 0;
}
