import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import { writeError } from '@quorum/events/node';
import { displayPath } from '../system/paths.js';

/** Name of the lock file in a run folder. */
export const LOCK_FILE = 'run.lock';

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Claims a run folder for this process; returns the function that gives it back. The lock of a process that no
 * longer lives is taken over.
 * @throws QuorumError `RUN_FOLDER` when another process is writing here, `FILE_UNWRITABLE`
 */
export function lockRunFolder(folder: string): () => void {
  const path = join(folder, LOCK_FILE);
  const mine = JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner);
  if (!create(path, mine) && !(retire(path, folder) && create(path, mine))) throw refusal(folder, path);
  return () => {
    if (read(path) === mine) rmSync(path, { force: true });
  };
}

/** Creates the lock; false when there is one. */
function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw writeError(path, error);
  }
}

/** Removes the lock of a dead process; false when another process was faster. */
function retire(path: string, folder: string): boolean {
  const found = read(path);
  if (found === null) return true;
  const owner = parse(found);
  if (owner !== null && (owner.host !== hostname() || isAlive(owner.pid))) throw refusal(folder, path, owner);
  // Renaming is atomic: of several processes that saw the same dead lock, one gets it.
  const stale = `${path}.${process.pid}`;
  try {
    renameSync(path, stale);
  } catch {
    return false;
  }
  const taken = read(stale) === found;
  if (!taken) restore(stale, path);
  rmSync(stale, { force: true });
  return taken;
}

/** Gives back a fresh lock that was renamed by mistake. */
function restore(stale: string, path: string): void {
  try {
    linkSync(stale, path);
  } catch {
    return;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Null for an unreadable lock: its process died while writing it. */
function parse(text: string): Owner | null {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  // A lock with this process's own number was left by an earlier process of that number.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refusal(folder: string, path: string, owner?: Owner): QuorumError {
  const who = owner ? ` (process ${owner.pid} on ${owner.host})` : '';
  return new QuorumError('RUN_FOLDER', `${displayPath(folder)}: another run is writing here${who}.`, {
    fix: `wait for it, or choose another folder with -o. If no such process runs, delete ${displayPath(path)}.`,
  });
}
