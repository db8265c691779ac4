import { compareFamily, samplesOf, type FamilyDifference, type Sample } from '@quorum/metrics';
import type { RunResults } from '../run-folder/read-run.js';

/** A comparison that the suite declares, over the finished episodes. */
export interface ComparisonReport extends FamilyDifference {
  readonly axis: string;
  /** Fingerprints; the difference is `condition − baseline`. */
  readonly condition: string;
  readonly baseline: string;
}

/** The comparisons of a run in its primary metric, as one family: unfinished ones count, too. */
export function reportComparisons({ manifest, rows }: RunResults): ComparisonReport[] {
  const { comparisons, primary } = manifest;
  const samples = (fingerprint: string): Sample[] =>
    samplesOf(
      rows.filter(({ condition }) => condition.fingerprint === fingerprint).map(({ result }) => result),
      primary,
    );
  const differences = compareFamily(
    comparisons.map(({ condition, baseline }) => ({
      samples: samples(condition),
      baseline: samples(baseline),
    })),
  );
  return comparisons.flatMap((comparison, i) => {
    const difference = differences[i];
    return difference === undefined ? [] : [{ ...comparison, ...difference }];
  });
}
