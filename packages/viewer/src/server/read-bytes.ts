import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { realPathInside } from './real-path-inside.js';

/** Most bytes read at once: a piece must not fill memory. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Bytes of a file from an offset on, as far as they are written.
 * @returns null where the file is gone, shorter than that, or a link to something outside of `folder`
 */
export function readBytes(path: string, from: number, folder: string): Buffer | null {
  const real = realPathInside(path, folder);
  if (real === null) return null;
  let file: number;
  try {
    file = openSync(real, 'r');
  } catch {
    // Between two states of an episode it may be missing; the next look finds it.
    return null;
  }
  try {
    const stats = fstatSync(file);
    const { size } = stats;
    if (!stats.isFile() || size < from) return null;
    const bytes = Buffer.allocUnsafe(Math.min(size - from, MOST_BYTES));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
  } finally {
    closeSync(file);
  }
}
