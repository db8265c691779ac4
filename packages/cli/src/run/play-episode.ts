import { join } from 'node:path';
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
import { makeFolder } from '../system/make-folder.js';
import { writeAtomically } from '../system/write-atomically.js';

/** One episode to play into one folder. */
export interface EpisodeTask {
  readonly header: EpisodeHeader;
  /** Absolute path of the episode's folder. */
  readonly folder: string;
}

/** What the runner tells of a played episode. */
export interface PlayedEpisode {
  readonly status: EpisodeStatus;
  readonly score: number;
  readonly maxScore: number;
  /** Host time, for the progress line and the manifest. */
  readonly wallMs: number;
}

/**
 * Plays an episode and writes its folder. The log gets its name last, so its presence says that all is there.
 * @throws QuorumError `FILE_UNWRITABLE` when the file system refuses; nothing half-written bears a final name
 */
export async function playEpisode({ header, folder }: EpisodeTask): Promise<PlayedEpisode> {
  const start = performance.now();
  makeFolder(folder);
  const file = openLogFile(join(folder, EPISODE_FILES.events), header);
  const frames = openPartFile(join(folder, EPISODE_FILES.frames));
  try {
    const encoder = createFrameEncoder();
    const folds = startFolds(metrics, header);
    const log: EventLog = {
      append(draft, tick, timeMicros) {
        const event = file.append(draft, tick, timeMicros);
        folds.push(event);
        return event;
      },
    };
    const { status, score, maxScore } = await runEpisode(header, {
      log,
      onFrame: (frame) => frames.write(encoder.push(frame)),
    });
    frames.commit();
    writeAtomically(join(folder, EPISODE_FILES.metrics), metricsText(folds.results()));
    file.commit();
    return { status, score, maxScore, wallMs: Math.round(performance.now() - start) };
  } finally {
    frames.abandon();
    file.abandon();
  }
}
