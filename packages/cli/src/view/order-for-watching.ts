import type { PlannedEpisode } from '../suite/plan-suite.js';

/**
 * Of each seed, episodes in which agents talk come first: silent ones teach little whoever has come to watch. Else the
 * order stays, seed by seed.
 */
export function orderForWatching<E extends Pick<PlannedEpisode, 'header'>>(episodes: readonly E[]): E[] {
  const bySeed = new Map<string, E[]>();
  for (const episode of episodes) {
    const key = `${episode.header.repeat} ${episode.header.seed}`;
    bySeed.set(key, [...(bySeed.get(key) ?? []), episode]);
  }
  const isSilent = ({ header }: E): boolean => header.topology.name === 'none';
  return [...bySeed.values()].flatMap((each) => [
    ...each.filter((episode) => !isSilent(episode)),
    ...each.filter(isSilent),
  ]);
}
