import type { QuorumEvent } from '@quorum/events';
import type { GraphState } from './graph-state.js';

/** Takes in one event. */
export function stepGraph(_state: GraphState, _event: QuorumEvent): void {
  return;
}
