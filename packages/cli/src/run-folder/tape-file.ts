import { existsSync, readFileSync } from 'node:fs';
import { parseTape, tapeEpisode, tapeHead, tapeLine, type TapeEntry } from '@quorum/agents';
import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { openPartFile, readError, type PartFile } from '@quorum/events/node';
import { displayPath } from '../system/paths.js';
import { removeFile } from '../system/remove-file.js';

/** The tape of an episode while it is written. */
export interface TapeFile {
  add(entry: TapeEntry): void;
  /** Gives the file its name, or removes an older one when there is nothing on the tape. */
  commit(): void;
  /** Deletes what was written. Does nothing after `commit`. */
  abandon(): void;
}

/**
 * A tape that becomes a file with its first call: most episodes have none.
 * @throws QuorumError `FILE_UNWRITABLE` from every function
 */
export function openTapeFile(path: string, header: EpisodeHeader): TapeFile {
  let file: PartFile | null = null;
  return {
    add(entry) {
      if (file === null) {
        file = openPartFile(path);
        file.write(tapeHead(header));
      }
      file.write(tapeLine(entry));
    },
    commit() {
      if (file === null) removeFile(path);
      else file.commit();
    },
    abandon: () => file?.abandon(),
  };
}

/**
 * What is on the tape of an episode; null when there is no such file.
 * @throws QuorumError `LOG_CORRUPT` when it is damaged, cut off or the tape of another episode; `FILE_UNREADABLE`
 */
export function readTapeFile(path: string, header: EpisodeHeader): readonly TapeEntry[] | null {
  if (!existsSync(path)) return null;
  const name = displayPath(path);
  const { episode, entries, cut } = parseTape(readText(path), name);
  const problem = cut
    ? 'it is cut off'
    : episode === tapeEpisode(header)
      ? null
      : 'it is the tape of another episode';
  if (problem === null) return entries;
  throw new QuorumError('LOG_CORRUPT', `${name}: ${problem}.`, {
    fix: 'restore the tape, or play the episode again.',
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw readError(displayPath(path), error);
  }
}
