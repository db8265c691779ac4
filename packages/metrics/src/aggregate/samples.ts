import type { EpisodeResult } from '@quorum/events';
import { columnOf } from '../flatten.js';

/** One value of one episode. Episodes of the same seed (repeats) belong together. */
export interface Sample {
  readonly seed: number;
  readonly value: number;
}

/** False for episodes that say nothing about the team: they are counted by status and left out of every mean. */
export function isScored(episode: Pick<EpisodeResult, 'status'>): boolean {
  return episode.status !== 'agent_error' && episode.status !== 'model_error';
}

/**
 * Values of a column (`score.share`) over the scored episodes; episodes where it is null are left out.
 * @throws QuorumError `UNKNOWN_NAME`
 */
export function samplesOf(episodes: readonly EpisodeResult[], column: string): Sample[] {
  const read = columnOf(column);
  return episodes.filter(isScored).flatMap((episode) => {
    const value = read(episode.metrics);
    return typeof value === 'number' ? [{ seed: episode.header.seed, value }] : [];
  });
}

/** Values grouped by seed, in seed order, so that results do not depend on the order episodes finished in. */
export function bySeed(samples: readonly Sample[]): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  const sorted = [...samples].sort((a, b) => a.seed - b.seed || a.value - b.value);
  for (const { seed, value } of sorted) {
    const group = groups.get(seed);
    if (group === undefined) groups.set(seed, [value]);
    else group.push(value);
  }
  return groups;
}
