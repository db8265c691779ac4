import { join } from 'node:path';
import { isScored } from '@quorum/metrics';
import { isComplete } from '../run-folder/episode-files.js';
import { readMetrics, statusOf } from '../run-folder/metrics-file.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';

/**
 * Episodes of a selection that are to be played.
 * @param options.retryErrors also finished ones whose provider or agent failed
 * @throws QuorumError `FILE_UNREADABLE` when it is not to be told how an episode ended
 */
export function missingEpisodes(
  folder: string,
  episodes: readonly PlannedEpisode[],
  { retryErrors }: { readonly retryErrors: boolean },
): PlannedEpisode[] {
  return episodes.filter(({ path }) => {
    const episode = join(folder, path);
    if (!isComplete(episode)) return true;
    return retryErrors && !isScored({ status: statusOf(readMetrics(episode)) });
  });
}
