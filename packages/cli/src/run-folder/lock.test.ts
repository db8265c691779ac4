import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusal } from '../testing/suite-text.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { LOCK_FILE, lockRunFolder } from './lock.js';

function folderLockedBy(owner: object | string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, LOCK_FILE), typeof owner === 'string' ? owner : JSON.stringify(owner));
  return folder;
}

/** Number of a process that has just ended. */
const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid;

it('keeps a second one out until the first gives the folder back', () => {
  const folder = temporaryFolder();
  const release = lockRunFolder(folder);
  expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))).toEqual({
    pid: process.pid,
    host: hostname(),
  });
  release();
  expect(existsSync(join(folder, LOCK_FILE))).toBe(false);
});

it('refuses the lock of a living process and of another host, naming the file to delete', () => {
  const living = folderLockedBy({ pid: process.ppid, host: hostname() });
  expect(refusal(() => lockRunFolder(living))).toMatch(
    /^RUN_FOLDER .*another run is writing here \(process \d+ on /,
  );
  const remote = folderLockedBy({ pid: deadPid(), host: 'elsewhere' });
  expect(refusal(() => lockRunFolder(remote))).toContain('on elsewhere');
});

it('takes over the lock of a dead process, and one that was cut off', () => {
  for (const owner of [{ pid: deadPid(), host: hostname() }, '{"pid":12']) {
    const folder = folderLockedBy(owner);
    lockRunFolder(folder)();
    expect(existsSync(join(folder, LOCK_FILE))).toBe(false);
  }
});

it('leaves the lock alone once somebody else has it', () => {
  const folder = temporaryFolder();
  const release = lockRunFolder(folder);
  const other = JSON.stringify({ pid: 1, host: hostname() });
  writeFileSync(join(folder, LOCK_FILE), other);
  release();
  expect(readFileSync(join(folder, LOCK_FILE), 'utf8')).toBe(other);
});
