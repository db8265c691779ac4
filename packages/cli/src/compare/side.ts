import { QuorumError } from '@quorum/events';
import type { ManifestCondition } from '../run-folder/manifest.js';
import { readRun, type RunResults } from '../run-folder/read-run.js';
import { resolve } from 'node:path';

/** One side of a comparison: a run, and which of its conditions are meant. */
export interface Side {
  /** As typed. */
  readonly name: string;
  readonly run: RunResults;
  readonly conditions: readonly ManifestCondition[];
}

/**
 * Reads `DIR`, all conditions of a run, or `DIR#FINGERPRINT`, one of them; the first digits of a fingerprint are enough.
 * @throws QuorumError `USAGE` when no or more than one condition begins so; `FILE_UNREADABLE` and others of the run
 */
export function readSide(name: string): Side {
  const [folder = '', digits, ...more] = name.split('#');
  const run = readRun(resolve(folder));
  const { conditions } = run.manifest;
  if (digits === undefined) return { name, run, conditions };
  const found = conditions.filter(({ fingerprint }) => fingerprint.startsWith(digits));
  if (digits !== '' && more.length === 0 && found.length === 1) return { name, run, conditions: found };
  const known = conditions.map(({ slug }) => slug).join(', ');
  throw new QuorumError('USAGE', `${name}: ${found.length} conditions of this run begin with "${digits}".`, {
    fix: `the fingerprints are the ends of ${known}.`,
  });
}
