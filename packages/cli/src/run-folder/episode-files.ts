import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files of an episode folder. */
export const EPISODE_FILES = {
  events: 'events.jsonl',
  frames: 'frames.bin',
  metrics: 'metrics.json',
  /** Answers of the models; only where one was called. */
  tape: 'tape.jsonl',
} as const;

/** An episode is complete when its log has its name: the log is renamed last, after all other files. */
export function isComplete(episodeFolder: string): boolean {
  return existsSync(join(episodeFolder, EPISODE_FILES.events));
}
