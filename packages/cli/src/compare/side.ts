import { resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { globMatcher } from '../output/glob.js';
import type { ManifestCondition } from '../run-folder/manifest.js';
import { readRun, type RunResults } from '../run-folder/read-run.js';

/** One side of a comparison: a run, and which of its conditions are meant. */
export interface Side {
  /** As typed. */
  readonly name: string;
  readonly run: RunResults;
  readonly conditions: readonly ManifestCondition[];
}

/**
 * Reads `DIR`, all conditions of a run, or `DIR#CONDITION`, one of them: by the first digits of its fingerprint, or by
 * the name of its folder with `*` for anything.
 * @throws QuorumError `USAGE` when that names no or more than one condition; `FILE_UNREADABLE` and others of the run
 */
export function readSide(name: string): Side {
  const [folder = '', named, ...more] = name.split('#');
  const run = readRun(resolve(folder));
  const { conditions } = run.manifest;
  if (named === undefined) return { name, run, conditions };
  const byName = globMatcher(named);
  const found = conditions.filter(({ slug, fingerprint }) =>
    named.includes('*') ? byName(slug) : fingerprint.startsWith(named),
  );
  if (named !== '' && more.length === 0 && found.length === 1) return { name, run, conditions: found };
  const shown = found.length > 1 ? found : conditions;
  throw new QuorumError('USAGE', `${name} names ${found.length} conditions, not one.`, {
    fix: `name one of ${shown.map(({ slug }) => slug).join(', ')}: by the first digits of its end, or with * for any part.`,
  });
}
