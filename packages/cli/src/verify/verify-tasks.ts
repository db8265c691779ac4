import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { readError } from '@quorum/events/node';
import { EPISODE_FILES, isComplete } from '../run-folder/episode-files.js';
import { isUnplayed } from './folder-problems.js';
import { MANIFEST_FILE, readManifest, type Manifest } from '../run-folder/manifest.js';
import { displayPath } from '../system/paths.js';

/** One episode to verify. */
export interface VerifyTask {
  /** How to call it. */
  readonly name: string;
  /** Absolute path of its log. */
  readonly log: string;
  /** Header that the log must have, when a manifest says so. */
  readonly expected: EpisodeHeader | null;
  /** False for a log by itself: frames and metrics beside it are checked only if they are there. */
  readonly inRun: boolean;
  readonly level: 1 | 2;
}

/** What `quorum verify PATH` has to check. */
export interface VerifyPlan {
  readonly tasks: readonly VerifyTask[];
  /** Episodes that the run plans and has never played. */
  readonly missing: number;
  /** The run that the episodes belong to, or null for an episode by itself. */
  readonly run: { readonly folder: string; readonly manifest: Manifest } | null;
}

/**
 * Finds the episodes behind a path: a run folder, the folder of one episode, or a log.
 * @throws QuorumError `FILE_UNREADABLE` or `CONFIG_INVALID`
 */
export function planVerification(target: string, level: 1 | 2): VerifyPlan {
  if (!isFolder(target)) return { tasks: [single(target, level)], missing: 0, run: null };
  if (existsSync(join(target, MANIFEST_FILE))) return planRun(target, level);
  if (isComplete(target))
    return { tasks: [single(join(target, EPISODE_FILES.events), level)], missing: 0, run: null };
  throw new QuorumError(
    'FILE_UNREADABLE',
    `${displayPath(target)} holds neither a run nor a finished episode.`,
    {
      fix: `name a folder with a ${MANIFEST_FILE} or an ${EPISODE_FILES.events}.`,
    },
  );
}

function planRun(folder: string, level: 1 | 2): VerifyPlan {
  const manifest = readManifest(folder);
  const headers = new Map(manifest.conditions.map(({ fingerprint, header }) => [fingerprint, header]));
  const played = manifest.episodes.filter(({ path }) => isComplete(join(folder, path)));
  const tasks = played.map(({ path, condition, seed, repeat }): VerifyTask => {
    const header = headers.get(condition);
    return {
      name: path,
      log: join(folder, path, EPISODE_FILES.events),
      expected: header ? { ...header, seed, repeat } : null,
      inRun: true,
      level,
    };
  });
  const missing = manifest.episodes.filter((episode) => isUnplayed(folder, episode)).length;
  return { tasks, missing, run: { folder, manifest } };
}

function single(log: string, level: 1 | 2): VerifyTask {
  return { name: displayPath(log), log, expected: null, inRun: false, level };
}

function isFolder(target: string): boolean {
  try {
    return statSync(target).isDirectory();
  } catch (error) {
    throw readError(displayPath(target), error, 'name a run folder, the folder of an episode, or a log.');
  }
}

/** Folder of the files beside a log. */
export function besideLog(log: string, file: string): string {
  return join(dirname(log), file);
}
