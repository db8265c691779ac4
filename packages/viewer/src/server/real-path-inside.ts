import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** Where a path really leads, links followed; null where nothing is there or it lies outside of the folder. */
export function realPathInside(path: string, folder: string): string | null {
  try {
    const [real, home] = [realpathSync.native(path), realpathSync.native(folder)];
    return real.startsWith(home + sep) ? real : null;
  } catch {
    // Between two states of an episode it may be missing; the next look finds it.
    return null;
  }
}
