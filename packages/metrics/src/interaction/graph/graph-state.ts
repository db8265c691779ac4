import type { EpisodeHeader } from '@quorum/events';

/** The graph as it grows. */
export interface GraphState {
  readonly seats: number;
}

/** An empty graph. */
export function createGraph(header: EpisodeHeader): GraphState {
  return { seats: header.team.length };
}
