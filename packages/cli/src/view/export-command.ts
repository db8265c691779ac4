import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { writeError } from '@quorum/events/node';
import { exportReplay } from '@quorum/viewer';
import { globMatcher } from '../output/glob.js';
import type { Terminal } from '../output/terminal.js';
import { makeFolder } from '../system/make-folder.js';
import { displayPath } from '../system/paths.js';
import { watchRun } from './watch-run.js';

/** Options of `quorum export`. */
export interface ExportOptions {
  /** Folder to write. */
  readonly replay: string;
  readonly only?: string;
  readonly json: boolean;
}

/**
 * Writes finished episodes as a page that replays without a server.
 * @throws QuorumError `FILE_UNWRITABLE`; `USAGE` when the folder holds something else or nothing is to be written
 */
export function exportCommand(dir: string, { replay, only, json }: ExportOptions, terminal: Terminal): void {
  const source = watchRun(resolve(dir));
  const folder = resolve(replay);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new QuorumError('USAGE', `${displayPath(folder)} is not empty.`, { fix: 'name a new folder.' });
  }
  makeFolder(folder);
  let episodes: number;
  try {
    episodes = exportReplay(source, folder, only === undefined ? () => true : globMatcher(only));
  } catch (error) {
    throw writeError(displayPath(folder), error);
  }
  if (episodes === 0) {
    throw new QuorumError('USAGE', `No finished episode of ${displayPath(resolve(dir))} was chosen.`, {
      fix: 'choose others with --only, or play the run to its end.',
    });
  }
  if (json) terminal.out(JSON.stringify({ folder, episodes }));
  else terminal.out(`${episodes} episodes in ${displayPath(folder)}; any file server can hand them out.`);
}
