import { rmSync } from 'node:fs';
import { writeError } from '@quorum/events/node';

/**
 * Removes a file if it is there.
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw writeError(path, error);
  }
}
