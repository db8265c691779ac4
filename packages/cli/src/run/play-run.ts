import { join } from 'node:path';
import { openEpisodePool } from '../pool/episode-pool.js';
import { runQueue, type QueueOutcome } from '../pool/run-queue.js';
import { writeManifest, type Manifest, type ManifestSession } from '../run-folder/manifest.js';
import { startSession } from '../run-folder/session.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';
import type { PlayedEpisode, EpisodeTask } from './play-episode.js';

/** A session of playing: some episodes of a run, into its folder. */
export interface PlayOptions {
  /** Absolute path of the run folder, which this process owns. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly episodes: readonly PlannedEpisode[];
  readonly workers: number;
  /** Episodes at a time in each worker. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onDone: (episode: PlannedEpisode, result: PlayedEpisode) => void;
  readonly onFailure: (episode: PlannedEpisode, error: unknown) => void;
}

/**
 * Plays the episodes and keeps the manifest's record of it. Errors of single episodes are told, not thrown.
 * @throws QuorumError `FILE_UNWRITABLE` when the manifest cannot be written
 */
export async function playRun(options: PlayOptions): Promise<QueueOutcome<PlannedEpisode>> {
  const { folder, manifest } = options;
  if (options.episodes.length === 0) {
    writeManifest(folder, manifest);
    return { failures: [], fatal: null, interrupted: false };
  }
  const session = startSession(options.workers, options.concurrency, null);
  writeManifest(folder, { ...manifest, sessions: [...manifest.sessions, session] });
  const wallMs = new Map<string, number>();
  const outcome = await playAll(options, wallMs);
  const episodes = manifest.episodes.map((episode) => ({
    ...episode,
    wallMs: wallMs.get(episode.path) ?? episode.wallMs,
  }));
  const sessions = [...manifest.sessions, endSession(session, outcome, wallMs.size)];
  try {
    writeManifest(folder, { ...manifest, episodes, sessions });
  } catch (error) {
    // A full disk is already being reported; the manifest before this session is still there.
    if (outcome.fatal === null) throw error;
  }
  return outcome;
}

async function playAll(
  options: PlayOptions,
  wallMs: Map<string, number>,
): Promise<QueueOutcome<PlannedEpisode>> {
  const { folder, episodes: tasks, signal } = options;
  const workers = Math.min(options.workers, tasks.length);
  const pool = openEpisodePool<EpisodeTask, PlayedEpisode>({
    name: 'play',
    workers,
    tasksPerWorker: options.concurrency,
  });
  try {
    return await runQueue({
      tasks,
      concurrency: workers * options.concurrency,
      signal,
      work: ({ header, path }, abort) => pool.run({ header, folder: join(folder, path) }, abort),
      onDone: (episode, result: PlayedEpisode) => {
        wallMs.set(episode.path, result.wallMs);
        options.onDone(episode, result);
      },
      onFailure: ({ task, error }) => options.onFailure(task, error),
    });
  } finally {
    await pool.close();
  }
}

function endSession(
  session: ManifestSession,
  { failures, fatal, interrupted }: QueueOutcome<PlannedEpisode>,
  played: number,
): ManifestSession {
  const failed = failures.length + (fatal === null ? 0 : 1);
  return {
    ...session,
    endedAt: new Date().toISOString(),
    outcome: interrupted ? 'interrupted' : failed > 0 ? 'failed' : 'finished',
    played,
    failed,
  };
}
