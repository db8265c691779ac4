import type { EpisodeHeader } from '@quorum/events';
import type { Communication } from './episode-spec.js';

/** The topology in which nobody can be addressed. */
export const NOBODY = 'none';

/** True when nobody can say a word to anybody. */
export function isMute({ topology }: Pick<EpisodeHeader, 'topology'>): boolean {
  return topology.name === NOBODY;
}

/** Whether the team of an episode talks: read off the header, whichever way it was asked for. */
export function communicationOf({
  topology,
  protocol,
  channel,
}: Pick<EpisodeHeader, 'topology' | 'protocol' | 'channel'>): Communication {
  if (protocol.options['sharedObservation'] === true) return 'shared-observation';
  if (topology.name === NOBODY) return 'no-comm';
  return channel['content'] === 'withheld' ? 'silent-matched' : 'talk';
}
