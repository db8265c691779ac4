import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import {
  createFrameEncoder,
  startFolds,
  type EpisodeHeader,
  type EpisodeStatus,
  type EventLog,
} from '@quorum/events';
import { openLogFile, openPartFile } from '@quorum/events/node';
import { runEpisode } from '@quorum/agents';
import { metrics } from '@quorum/metrics';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { metricsText } from '../run-folder/metrics-file.js';
import { openTapeFile } from '../run-folder/tape-file.js';
import { catalog } from '../system/catalog.js';
import { makeFolder } from '../system/make-folder.js';
import { removeFile } from '../system/remove-file.js';
import { writeAtomically } from '../system/write-atomically.js';
import { followPace } from '../view/pace.js';
import { connectModels, type Connection, type TapeSource } from './connect-models.js';
import { countEpisode, type CountedUsage } from './count-usage.js';

/** One episode to play into one folder. */
export interface EpisodeTask {
  readonly header: EpisodeHeader;
  /** Absolute path of the episode's folder. */
  readonly folder: string;
  /** Leads to the language models; null where none may be asked. */
  readonly models: MessagePort | null;
  /** Recorded answers to play from. */
  readonly tape: TapeSource | null;
  /** Pace of a run that is watched: its files can be read along, second by second; null for one that is not. */
  readonly pace: SharedArrayBuffer | null;
}

/** What the runner tells of a played episode. */
export interface PlayedEpisode {
  readonly status: EpisodeStatus;
  readonly score: number;
  readonly maxScore: number;
  /** Host time, for the progress line and the manifest. */
  readonly wallMs: number;
  /** What was asked of language models. */
  readonly usage: readonly CountedUsage[];
}

/**
 * Plays an episode and writes its folder. The log gets its name last, so its presence says that all is there.
 * @throws QuorumError `FILE_UNWRITABLE` when the file system refuses; `TAPE_MISS` and `MODEL_UNAVAILABLE` when an answer
 * cannot be had. Nothing half-written bears a final name.
 */
export async function playEpisode(task: EpisodeTask): Promise<PlayedEpisode> {
  const { header, folder } = task;
  const start = performance.now();
  makeFolder(folder);
  const events = join(folder, EPISODE_FILES.events);
  const file = openLogFile(events, header);
  const frames = openPartFile(join(folder, EPISODE_FILES.frames));
  const tape = openTapeFile(join(folder, EPISODE_FILES.tape), header);
  const usage = countEpisode(header);
  let connection: Connection | null = null;
  try {
    connection = connectModels(header, task.models, task.tape);
    const encoder = createFrameEncoder();
    const folds = startFolds(metrics, header);
    const next = task.pace && followPace(task.pace);
    const log: EventLog = {
      append(draft, tick, timeMicros) {
        const event = file.append(draft, tick, timeMicros);
        folds.push(event);
        return event;
      },
    };
    const { status, score, maxScore } = await runEpisode(header, {
      ...connection.options,
      catalog,
      log,
      onFrame: (frame) => frames.write(encoder.push(frame)),
      onModelCall(entry) {
        tape.add(entry);
        usage.add(entry);
      },
      breathe:
        next === null
          ? nextTurn
          : async () => {
              file.flush();
              frames.flush();
              await next();
            },
    });
    // Played again, the old log must not vouch for the new files.
    removeFile(events);
    frames.commit();
    writeAtomically(join(folder, EPISODE_FILES.metrics), metricsText(folds.results()));
    tape.commit();
    file.commit();
    const wallMs = Math.round(performance.now() - start);
    return { status, score, maxScore, wallMs, usage: usage.result() };
  } finally {
    connection?.close();
    tape.abandon();
    frames.abandon();
    file.abandon();
  }
}

/** Lets other episodes of this thread, and messages to it, have their turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
