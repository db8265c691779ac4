import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { QuorumError } from '@quorum/events';
import { writeError } from '@quorum/events/node';
import { displayPath } from './paths.js';

/**
 * Creates a folder and those above it. Not by `mkdir` with `recursive`: Node 20 never returns from that where a
 * folder can neither be created nor found, as in /proc.
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export function makeFolder(path: string): void {
  try {
    make(path);
  } catch (error) {
    // Not "create the folder first": that is what has just failed.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new QuorumError('FILE_UNWRITABLE', `Cannot create the folder ${displayPath(path)}.`, {
        fix: 'choose another folder with -o.',
        cause: error,
      });
    }
    throw writeError(displayPath(path), error);
  }
}

function make(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) make(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another worker may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
  }
}
