import { join } from 'node:path';
import { openEpisodePool } from '../pool/episode-pool.js';
import { runQueue, type QueueOutcome } from '../pool/run-queue.js';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { writeManifest, type Manifest, type ManifestEpisode } from '../run-folder/manifest.js';
import { endSession, startSession } from '../run-folder/session.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';
import type { ModelSession } from './model-session.js';
import type { PlayedEpisode, EpisodeTask } from './play-episode.js';
import type { Tapes } from './tapes.js';

/** How often at most the manifest is written while language models cost money, milliseconds. */
const SAVE_MS = 5000;

/** A session of playing: some episodes of a run, into its folder. */
export interface PlayOptions {
  /** Absolute path of the run folder, which this process owns. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly episodes: readonly PlannedEpisode[];
  readonly workers: number;
  /** Episodes at a time in each worker. */
  readonly concurrency: number;
  /** Where episodes find their language models; null where none may be asked. */
  readonly models: ModelSession | null;
  /** Run folder to take recorded answers from. */
  readonly tapes: Tapes | null;
  /** Pace of a run that is watched; null for one that is not. */
  readonly pace: SharedArrayBuffer | null;
  readonly signal: AbortSignal;
  readonly onDone: (episode: PlannedEpisode, result: PlayedEpisode) => void;
  readonly onFailure: (episode: PlannedEpisode, error: unknown) => void;
}

type EpisodeRecord = Pick<ManifestEpisode, 'wallMs' | 'usage'>;

/**
 * Plays the episodes and keeps the manifest's record of it. Errors of single episodes are told, not thrown.
 * @throws QuorumError `FILE_UNWRITABLE` when the manifest cannot be written
 */
export async function playRun(options: PlayOptions): Promise<QueueOutcome<PlannedEpisode>> {
  const { folder, manifest, models } = options;
  if (options.episodes.length === 0) {
    writeManifest(folder, manifest);
    return { failures: [], fatal: null, interrupted: false };
  }
  const records = new Map<string, EpisodeRecord>();
  let session = startSession(options);
  const save = (): void => {
    session = { ...session, models: models?.record() ?? null, played: records.size };
    const episodes = manifest.episodes.map((episode) => ({ ...episode, ...records.get(episode.path) }));
    writeManifest(folder, { ...manifest, episodes, sessions: [...manifest.sessions, session] });
  };
  save();
  let saved = performance.now();
  const outcome = await playAll(options, (path, record) => {
    records.set(path, record);
    // Money spent must not be forgotten when the process is killed.
    if (models === null || performance.now() - saved < SAVE_MS) return;
    save();
    saved = performance.now();
  });
  session = endSession(session, outcome);
  try {
    save();
  } catch (error) {
    // A full disk is already being reported; the manifest before this session is still there.
    if (outcome.fatal === null) throw error;
  }
  return outcome;
}

async function playAll(
  options: PlayOptions,
  keep: (path: string, record: EpisodeRecord) => void,
): Promise<QueueOutcome<PlannedEpisode>> {
  const { episodes: tasks, concurrency, models, signal } = options;
  const workers = Math.min(options.workers, tasks.length);
  const pool = openEpisodePool<EpisodeTask, PlayedEpisode>({
    name: 'play',
    workers,
    tasksPerWorker: concurrency,
  });
  try {
    return await runQueue({
      tasks,
      concurrency: workers * concurrency,
      signal,
      async work(episode, abort) {
        const line = models?.connect(episode.header) ?? null;
        try {
          const task = { ...place(episode, options), models: line?.port ?? null };
          return await pool.run(task, abort, line === null ? [] : [line.port]);
        } finally {
          line?.close();
        }
      },
      onDone(episode, result: PlayedEpisode) {
        const usage = models?.price(result.usage) ?? null;
        keep(episode.path, { wallMs: result.wallMs, usage });
        options.onDone(episode, result);
      },
      onFailure: ({ task, error }) => options.onFailure(task, error),
    });
  } finally {
    await pool.close();
  }
}

/** What an episode is, where it goes, and where its recorded answers lie. */
function place(
  { header, path }: PlannedEpisode,
  { folder, tapes, pace }: PlayOptions,
): Omit<EpisodeTask, 'models'> {
  const tape = tapes && {
    path: join(tapes.folder, path, EPISODE_FILES.tape),
    recordMissing: tapes.recordMissing,
  };
  return { header, folder: join(folder, path), tape, pace };
}
