import { holm } from './holm.js';
import { pairedDifference, type PairedDifference } from './paired-difference.js';
import type { Sample } from './samples.js';

/** The values of a condition and of the one it is compared with. */
export interface SamplePair {
  readonly samples: readonly Sample[];
  readonly baseline: readonly Sample[];
}

/** One comparison of a family. */
export interface FamilyDifference extends PairedDifference {
  /** p after Holm's correction over the whole family; null where there is no p. */
  readonly pHolm: number | null;
}

/** Differences `samples − baseline` of a family of comparisons declared together, in their order. */
export function compareFamily(pairs: readonly SamplePair[]): FamilyDifference[] {
  const differences = pairs.map(({ samples, baseline }) => pairedDifference(samples, baseline));
  const corrected = holm(differences.map(({ pValue }) => pValue));
  return differences.map((difference, i) => ({ ...difference, pHolm: corrected[i] ?? null }));
}
