import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest folder above `folder` that holds a file; null if there is none. */
export function enclosingFolder(folder: string, file: string): string | null {
  const path = resolve(folder);
  const above = dirname(path);
  if (above === path) return null;
  return existsSync(join(above, file)) ? above : enclosingFolder(above, file);
}
