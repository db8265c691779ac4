import type { EpisodeHeader } from '@quorum/events';

/** How far seats see, metres: what the scenario's option `sightMeters` says; null where nothing limits sight. */
export function sightMeters({ options }: Pick<EpisodeHeader, 'options'>): number | null {
  const limit = options['sightMeters'];
  return typeof limit === 'number' ? limit : null;
}
