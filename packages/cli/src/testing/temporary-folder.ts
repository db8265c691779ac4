import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** A folder that vanishes with its test. */
export function temporaryFolder(): string {
  return folderUntil(onTestFinished);
}

/** A folder that vanishes with its test file. Call it outside of tests. */
export function temporaryFolderOfFile(): string {
  return folderUntil(afterAll);
}

function folderUntil(end: (remove: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-'));
  end(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
