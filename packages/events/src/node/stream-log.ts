import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { QuorumEvent } from '../log/events.js';
import { readError } from './file-error.js';
import { createLogParser, type LogReading, type ReadOptions } from './log-parser.js';
import { PART_SUFFIX } from './part-file.js';

const CHUNK_BYTES = 262_144;

/**
 * A log file being read: iterate over it once to get its events. `header` is known from the start; `complete` and
 * `damage` are final after the iteration.
 */
export interface LogStream extends LogReading, Iterable<QuorumEvent> {
  /** Closes the file. Needed only where the iteration never begins. */
  close(): void;
}

/**
 * Opens a log file for one pass, in memory that does not grow with its length.
 *
 * @throws QuorumError `FILE_UNREADABLE` when the file system refuses. What is wrong inside the file is told by
 * `damage`.
 */
export function streamLog(path: string, options: ReadOptions = {}): LogStream {
  const parser = createLogParser(options);
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let fd: number | null = guard(path, () => openSync(path, 'r'));
  const close = (): void => {
    if (fd !== null) closeSync(fd);
    fd = null;
  };
  /** The next events, or null at the end. */
  const pull = (): QuorumEvent[] | null => {
    if (fd === null) return null;
    const file = fd;
    try {
      const size = guard(path, () => readSync(file, chunk, 0, CHUNK_BYTES, null));
      if (size > 0) return parser.push(chunk.subarray(0, size));
      parser.end();
    } catch (error) {
      close();
      throw error;
    }
    close();
    return null;
  };

  let first = pull();
  while (first !== null && parser.header === null && parser.damage === null) first = pull();
  if (parser.damage !== null) close();
  return {
    get header() {
      return parser.header;
    },
    get complete() {
      return parser.complete;
    },
    get damage() {
      return parser.damage;
    },
    close,
    *[Symbol.iterator]() {
      try {
        for (let events = first; events !== null; events = pull()) {
          yield* events;
          if (parser.damage !== null) return;
        }
      } finally {
        close();
      }
    },
  };
}

function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const unfinished = existsSync(path + PART_SUFFIX);
    throw readError(
      path,
      error,
      unfinished
        ? `Only ${path}${PART_SUFFIX} is there: the episode was not finished. Run it again.`
        : undefined,
    );
  }
}
