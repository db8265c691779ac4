import { createHash } from 'node:crypto';
import type { EpisodeHeader } from '@quorum/events';
import { conditionKey } from '@quorum/metrics';
import type { Cell } from './cells.js';
import { teamLabel } from './team.js';

/** Digits of a fingerprint that are kept: enough to tell any conditions apart, few enough to read. */
const FINGERPRINT_DIGITS = 12;

/**
 * Identity of a condition: SHA-256 (first 12 hex digits) of everything in the header but seed and repeat, so of every
 * versioned component that can move a score.
 */
export function conditionFingerprint(header: EpisodeHeader): string {
  return createHash('sha256').update(conditionKey(header)).digest('hex').slice(0, FINGERPRINT_DIGITS);
}

/** Name of the condition's folder: readable, unique by its fingerprint. */
export function conditionSlug(cell: Cell, fingerprint: string): string {
  const { scenario, team, structure } = cell.spec;
  const options = Object.entries(cell.spec.options).map(
    ([name, value]) => `${name}-${JSON.stringify(value)}`,
  );
  const words = [scenario, teamLabel(team).replace(' ', '-'), structure, ...options]
    .map((word) => word.replace(/[^A-Za-z0-9.+-]+/g, ''))
    .join('_');
  return `${words.slice(0, 100)}_${fingerprint}`;
}
