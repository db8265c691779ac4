import type { SuitePlan, PlannedEpisode } from '../suite/plan-suite.js';

/** One of several parts of a run that different machines play. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/**
 * The episodes of one shard: each episode of the plan is in exactly one. Every n-th of them, each seed beginning one
 * later than the one before, so that no condition (one is dearer than another) gathers in one shard.
 */
export function shardOf({ episodes, conditions }: SuitePlan, { index, of }: Shard): PlannedEpisode[] {
  return episodes.filter((_, i) => {
    const row = Math.floor(i / conditions.length);
    return ((i % conditions.length) + row) % of === index - 1;
  });
}
