import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import { readError, streamLog, type LogReading, type LogStream } from '@quorum/events/node';
import { EXIT, type ExitCode } from '../output/exit-codes.js';
import type { Terminal } from '../output/terminal.js';
import { EPISODE_FILES, isComplete } from '../run-folder/episode-files.js';
import { MANIFEST_FILE, readManifest } from '../run-folder/manifest.js';
import { displayPath } from '../system/paths.js';

/** Opens a log for reading: the file itself, or the log in an episode's folder. */
export function openLog(target: string): { readonly path: string; readonly log: LogStream } {
  let path = target;
  try {
    if (statSync(target).isDirectory()) path = join(target, EPISODE_FILES.events);
  } catch (error) {
    throw readError(
      displayPath(target),
      error,
      'name a log (events.jsonl, also a .part) or the folder of an episode.',
    );
  }
  if (path !== target && !existsSync(path)) refuseRunFolder(target);
  return { path, log: streamLog(path) };
}

/** A run has many logs: names one of them. */
function refuseRunFolder(folder: string): void {
  if (!existsSync(join(folder, MANIFEST_FILE))) return;
  const { episodes } = readManifest(folder);
  const example = episodes.find((episode) => isComplete(join(folder, episode.path))) ?? episodes[0];
  throw new QuorumError('FILE_UNREADABLE', `${displayPath(folder)} is a run folder, not an episode.`, {
    fix: `name one of its episodes, such as ${displayPath(join(folder, example?.path ?? 'episodes'))}.`,
  });
}

/** After reading: says on stderr where and why the log stopped. A cut log is no error, a changed one is. */
export function reportDamage(path: string, { damage, complete }: LogReading, terminal: Terminal): ExitCode {
  if (complete) return EXIT.ok;
  const name = displayPath(path);
  if (damage === null) {
    terminal.note(`${name}: the last line is missing; the episode was not finished.`);
    return EXIT.ok;
  }
  terminal.note(`${name}, line ${damage.line}: ${damage.problem}; nothing after it was read.`);
  return damage.cut ? EXIT.ok : EXIT.error;
}
