import { QuorumError, type EpisodeHeader } from '@quorum/events';
import type { EpisodeOptions, EpisodeOutcome } from './episode-options.js';
import { Episode } from './episode.js';

/**
 * Plays one episode from its first tick to its end. The same header gives the same log on every host.
 *
 * @throws QuorumError `UNKNOWN_NAME` if the header names something that the catalog does not hold; the reason of
 * `options.signal` if that cancels the episode.
 */
export async function runEpisode(header: EpisodeHeader, options: EpisodeOptions): Promise<EpisodeOutcome> {
  const episode = Episode.start(header, options);
  try {
    const outcome = await episode.playTo(Infinity);
    if (outcome === null) throw new QuorumError('INTERNAL', 'An episode came to no end.');
    return outcome;
  } finally {
    episode.free();
  }
}
