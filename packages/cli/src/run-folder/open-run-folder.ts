import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import type { SuitePlan } from '../suite/plan-suite.js';
import { makeFolder } from '../system/make-folder.js';
import { displayPath } from '../system/paths.js';
import { LOCK_FILE, lockRunFolder } from './lock.js';
import { MANIFEST_FILE, readManifest, type Manifest } from './manifest.js';
import { versionDifferences } from './version-differences.js';

/** A run folder that this process owns. */
export interface OpenRunFolder {
  /** Manifest of earlier sessions, or null in a new folder. */
  readonly previous: Manifest | null;
  /** Gives the folder back to other processes. */
  readonly release: () => void;
}

/**
 * Claims a folder for a run. A folder may grow (more seeds, more conditions) but not change: whatever was planned in
 * it before must be in the new plan.
 * @throws QuorumError `RUN_FOLDER` when it holds something else or another process writes it, `FILE_UNWRITABLE`
 */
export function openRunFolder(folder: string, plan: SuitePlan): OpenRunFolder {
  refuseFile(folder);
  makeFolder(folder);
  const release = lockRunFolder(folder);
  try {
    return { previous: checkRunFolder(folder, plan), release };
  } catch (error) {
    release();
    throw error;
  }
}

/** The manifest that a folder holds (null for an empty or missing folder), after checking that the plan fits to it. */
export function checkRunFolder(folder: string, plan: SuitePlan): Manifest | null {
  refuseFile(folder);
  if (!existsSync(join(folder, MANIFEST_FILE))) {
    const found = existsSync(folder) ? readdirSync(folder) : [];
    const strange = found.filter((name) => !name.startsWith(LOCK_FILE) && !name.startsWith(MANIFEST_FILE));
    if (strange.length === 0) return null;
    throw refusal(folder, `it holds other files (${strange.slice(0, 3).join(', ')})`);
  }
  const previous = readManifest(folder);
  if (previous.suite !== plan.suite.suite) throw refusal(folder, `it holds a run of ${previous.suite}`);
  const planned = new Set(plan.episodes.map(({ path }) => path));
  const gone = previous.episodes.filter(({ path }) => !planned.has(path));
  if (gone.length > 0) {
    const [first] = gone;
    throw refusal(
      folder,
      `it holds ${gone.length} episodes that this run does not have, such as ${first?.path ?? ''}${versionChange(previous, plan)}`,
    );
  }
  return previous;
}

function refuseFile(path: string): void {
  if (!existsSync(path) || statSync(path).isDirectory()) return;
  throw new QuorumError('RUN_FOLDER', `${displayPath(path)} is a file, not a folder.`, {
    fix: 'name a folder with -o; it is created if it does not exist.',
  });
}

/** Names the components whose version moved, the usual reason for other fingerprints. */
function versionChange(previous: Manifest, plan: SuitePlan): string {
  const before = previous.conditions[0]?.header.versions ?? {};
  const now = plan.conditions[0]?.header.versions ?? {};
  const moved = versionDifferences(before, now);
  return moved === '' ? '' : `; versions differ: ${moved}`;
}

function refusal(folder: string, why: string): QuorumError {
  return new QuorumError('RUN_FOLDER', `${displayPath(folder)} cannot take this run: ${why}.`, {
    fix: 'choose a new folder with -o, or delete this one if you no longer need it.',
  });
}
