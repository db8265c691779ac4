import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files of an episode folder. */
export const EPISODE_FILES = {
  events: 'events.jsonl',
  frames: 'frames.bin',
  metrics: 'metrics.json',
} as const;

/** An episode is complete when its log has its name: the log is renamed last, after frames and metrics. */
export function isComplete(episodeFolder: string): boolean {
  return existsSync(join(episodeFolder, EPISODE_FILES.events));
}
