import { QuorumError } from '../core/errors.js';
import type { EpisodeHeader } from '../log/header.js';
import { createEventLog, type TextEventLog } from './create-event-log.js';
import { openPartFile } from './part-file.js';

/** An event log that becomes a file. */
export interface LogFile extends TextEventLog {
  readonly path: string;
  /** Puts the whole log on disk and gives it its name. Only after `episode.ended`. */
  commit(): void;
  /** Closes and deletes the unfinished log. Does nothing after `commit`, so it may stand in a `finally`. */
  abandon(): void;
}

/**
 * Starts the log of an episode in `path + '.part'`; `commit` renames it to `path`. An episode without its last line
 * never bears its final name. A stale part is overwritten.
 *
 * @throws QuorumError `FILE_UNWRITABLE`, from every function, when the file system refuses.
 */
export function openLogFile(path: string, header: EpisodeHeader): LogFile {
  const file = openPartFile(path);
  const log = createEventLog(header, (text) => {
    file.write(text);
  });
  return {
    path,
    get ended() {
      return log.ended;
    },
    get length() {
      return log.length;
    },
    append: log.append.bind(log),
    flush() {
      log.flush();
      file.flush();
    },
    commit() {
      if (!log.ended) {
        throw new QuorumError('INTERNAL', `${path} cannot be committed before episode.ended.`);
      }
      file.commit();
    },
    abandon: file.abandon.bind(file),
  };
}
