import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Most bytes read at once: a piece must not fill memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Bytes of a file from an offset on, as far as they are written; null where the file is gone or shorter than that. */
export function readBytes(path: string, from: number): Buffer | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // Between two states of an episode it may be missing; the next look finds it.
    return null;
  }
  try {
    const { size } = fstatSync(file);
    if (size < from) return null;
    const bytes = Buffer.allocUnsafe(Math.min(size - from, MOST_BYTES));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
}
