import { join } from 'node:path';
import { runFolds, type EpisodeResult } from '@quorum/events';
import { assertComplete, readLog } from '@quorum/events/node';
import { metrics } from '@quorum/metrics';
import { displayPath } from '../system/paths.js';
import { EPISODE_FILES, isComplete } from './episode-files.js';
import { readManifest, type Manifest, type ManifestCondition, type ManifestEpisode } from './manifest.js';
import { readMetrics, statusOf } from './metrics-file.js';

/** A finished episode and its metrics. */
interface EpisodeRow {
  readonly episode: ManifestEpisode;
  readonly condition: ManifestCondition;
  readonly result: EpisodeResult;
}

/** What a run folder holds by now. */
export interface RunResults {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Finished episodes, condition by condition, then seed by seed. */
  readonly rows: readonly EpisodeRow[];
}

/**
 * Reads the results of a run, finished or not.
 * @throws QuorumError `FILE_UNREADABLE`, `CONFIG_INVALID` or `LOG_CORRUPT` naming the file
 */
export function readRun(folder: string): RunResults {
  const manifest = readManifest(folder);
  // Metrics of another version of Quorum are computed anew: a table never mixes two definitions.
  const current = metrics.every(({ name, version }) => manifest.metrics[name] === version);
  const rows = manifest.conditions.flatMap((condition) =>
    manifest.episodes
      .filter((episode) => episode.condition === condition.fingerprint)
      .filter((episode) => isComplete(join(folder, episode.path)))
      .map((episode): EpisodeRow => {
        const path = join(folder, episode.path);
        const header = { ...condition.header, seed: episode.seed, repeat: episode.repeat };
        const results = current ? readMetrics(path) : recompute(path);
        return { episode, condition, result: { header, status: statusOf(results), metrics: results } };
      }),
  );
  return { folder, manifest, rows };
}

function recompute(episodeFolder: string): Record<string, unknown> {
  const path = join(episodeFolder, EPISODE_FILES.events);
  const log = readLog(path);
  assertComplete(log, displayPath(path));
  return runFolds(metrics, log.header, log.events);
}
