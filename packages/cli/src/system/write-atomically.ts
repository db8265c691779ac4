import { openPartFile } from '@quorum/events/node';

/**
 * Replaces a file in one step: after a crash or on a full disk the old content is still there.
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const file = openPartFile(path);
  try {
    file.write(content);
    file.commit();
  } finally {
    file.abandon();
  }
}
