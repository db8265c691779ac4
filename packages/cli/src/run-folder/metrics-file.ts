import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError, type EpisodeStatus } from '@quorum/events';
import { flattenMetrics, type DurationResult } from '@quorum/metrics';
import { displayPath } from '../system/paths.js';
import { EPISODE_FILES } from './episode-files.js';

/** Fold results of an episode, by fold name. */
type Metrics = Readonly<Record<string, unknown>>;

/** Text of `metrics.json`. */
export function metricsText(results: Metrics): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}

/** @throws QuorumError `FILE_UNREADABLE` */
export function readMetrics(episodeFolder: string): Metrics {
  const path = join(episodeFolder, EPISODE_FILES.metrics);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Metrics;
  } catch (error) {
    throw new QuorumError('FILE_UNREADABLE', `${displayPath(path)} is missing or damaged.`, {
      fix: `delete the folder ${displayPath(episodeFolder)} and run the suite again: only this episode is played.`,
      cause: error,
    });
  }
}

/** How the episode ended; a finished log always says. */
export function statusOf(results: Metrics): EpisodeStatus {
  return flattenMetrics(results)['duration.status'] as EpisodeStatus;
}

/** Body time and virtual time of a finished episode, seconds. */
export function readDuration(episodeFolder: string): Pick<DurationResult, 'seconds' | 'virtualSeconds'> {
  return readMetrics(episodeFolder)['duration'] as DurationResult;
}
