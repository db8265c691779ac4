import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { QuorumError } from '../core/errors.js';
import { writeError } from './file-error.js';

/** Bytes collected before they go to the file system. */
const BUFFER_BYTES = 65_536;

/** Suffix of a file that is not finished. */
export const PART_SUFFIX = '.part';

/** A file that appears under its name only when it is whole. */
export interface PartFile {
  readonly path: string;
  write(data: string | Uint8Array): void;
  /** Hands what was written to the file system, for those who read along. */
  flush(): void;
  /** Puts the whole file on disk and gives it its name. */
  commit(): void;
  /** Closes the file and deletes what was written. Does nothing after `commit`, so it may stand in a `finally`. */
  abandon(): void;
}

/**
 * Opens `path + '.part'` for buffered writing; a stale one is overwritten.
 *
 * @throws QuorumError `FILE_UNWRITABLE` from every function when the file system refuses (full disk, missing folder, …).
 */
export function openPartFile(path: string): PartFile {
  const part = path + PART_SUFFIX;
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let used = 0;
  let closed = false;
  let state: 'open' | 'committed' | 'abandoned' = 'open';

  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw writeError(path, error);
    }
  };
  const fd = guard(() => openSync(part, 'w'));

  const writeAll = (bytes: Uint8Array): void => {
    // A write may take fewer bytes than offered, most of all on a disk that is nearly full.
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
  };
  const flush = (): void => {
    writeAll(buffer.subarray(0, used));
    used = 0;
  };
  // Once only: a number closed twice may meanwhile be another file's.
  const close = (): void => {
    if (closed) return;
    closed = true;
    closeSync(fd);
  };
  const assertOpen = (): void => {
    if (state !== 'open') throw new QuorumError('INTERNAL', `${path} is already ${state}.`);
  };

  return {
    path,
    write(data) {
      assertOpen();
      const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data;
      guard(() => {
        if (used + bytes.length > BUFFER_BYTES) flush();
        if (bytes.length > BUFFER_BYTES) {
          writeAll(bytes);
        } else {
          buffer.set(bytes, used);
          used += bytes.length;
        }
      });
    },
    flush() {
      assertOpen();
      guard(flush);
    },
    commit() {
      assertOpen();
      guard(() => {
        flush();
        // Before the new name, or a power cut could leave a finished name on an unfinished file.
        fsyncSync(fd);
        close();
        renameSync(part, path);
      });
      state = 'committed';
    },
    abandon() {
      if (state !== 'open') return;
      state = 'abandoned';
      guard(() => {
        try {
          close();
        } finally {
          rmSync(part, { force: true });
        }
      });
    },
  };
}
