import type { EpisodeHeader } from '@quorum/events';
import type { Communication } from './episode-spec.js';

/** The topology in which nobody can be addressed. */
export const NOBODY = 'none';

/** Whether the team of an episode talks: read off the header, whichever way it was asked for. */
export function communicationOf({
  topology,
  channel,
}: Pick<EpisodeHeader, 'topology' | 'channel'>): Communication {
  if (topology.name === NOBODY) return 'no-comm';
  return channel['content'] === 'withheld' ? 'silent-matched' : 'talk';
}
