import { resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { readManifest } from '../run-folder/manifest.js';
import type { RunOptions } from './run-options.js';

/** A run whose recorded answers another one plays from. */
export interface Tapes {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** Asks models for what the tapes do not hold. */
  readonly recordMissing: boolean;
}

/**
 * The tapes that the command line names; null for none.
 * @throws QuorumError `USAGE`; `FILE_UNREADABLE` or `CONFIG_INVALID` when it is no run folder
 */
export function findTapes({ tape, recordMissing }: RunOptions): Tapes | null {
  if (tape === undefined) {
    if (!recordMissing) return null;
    throw new QuorumError('USAGE', '--record-missing needs --tape.', {
      fix: 'name the run folder that has the tapes: --tape runs/NAME.',
    });
  }
  const folder = resolve(tape);
  readManifest(folder);
  return { folder, recordMissing };
}

/** Whether any model may be asked: without tapes, and for what these do not hold. */
export function asksModels(tapes: Tapes | null): boolean {
  return tapes === null || tapes.recordMissing;
}
