import { QuorumError } from '@quorum/events';
import { compareFamily, pairedDifference, samplesOf, summarise } from '@quorum/metrics';
import type { FamilyDifference, PairedDifference, Sample, Summary } from '@quorum/metrics';
import { describeCondition, type ConditionDescription } from '../suite/describe-condition.js';
import type { ConditionPair, Pairing } from './pair-conditions.js';
import type { Side } from './side.js';

/** A condition on one side, and its own mean. */
export interface ComparedCondition extends ConditionDescription {
  readonly fingerprint: string;
  readonly summary: Summary;
}

/** Two conditions, seed by seed: all differences are `a − b`. */
export interface ComparedPair {
  readonly a: ComparedCondition;
  readonly b: ComparedCondition;
  /** In the one metric that the comparison is about. */
  readonly difference: FamilyDifference;
  /** In further metrics, by column; exploratory, so without correction. */
  readonly others: Readonly<Record<string, Pick<PairedDifference, 'seeds' | 'mean' | 'interval' | 'points'>>>;
}

/**
 * Compares the paired conditions of two sides.
 * @throws QuorumError `NOT_COMPARABLE` when no pair shares a seed with a value on both sides
 */
export function compareSides(
  { a, b }: { readonly a: Side; readonly b: Side },
  { pairs }: Pairing,
  { metric, others }: { readonly metric: string; readonly others: readonly string[] },
): ComparedPair[] {
  const both = (pair: ConditionPair, column: string) => ({
    samples: samplesIn(a, pair.a.fingerprint, column),
    baseline: samplesIn(b, pair.b.fingerprint, column),
  });
  const family = compareFamily(pairs.map((pair) => both(pair, metric)));
  if (family.every(({ seeds }) => seeds === 0)) {
    throw new QuorumError(
      'NOT_COMPARABLE',
      `${a.name} and ${b.name} have no seed in common with a ${metric}.`,
      {
        fix: 'play both on the same seeds.',
      },
    );
  }
  return pairs.flatMap((pair, i): ComparedPair[] => {
    const difference = family[i];
    if (difference === undefined) return [];
    const { samples, baseline } = both(pair, metric);
    return [
      {
        a: compared(pair.a, samples),
        b: compared(pair.b, baseline),
        difference,
        others: Object.fromEntries(others.map((column) => [column, exploratory(both(pair, column))])),
      },
    ];
  });
}

function samplesIn({ run }: Side, fingerprint: string, column: string): Sample[] {
  const rows = run.rows.filter(({ condition }) => condition.fingerprint === fingerprint);
  return samplesOf(
    rows.map(({ result }) => result),
    column,
  );
}

function compared(condition: ConditionPair['a'], samples: readonly Sample[]): ComparedCondition {
  const { fingerprint, header, settings } = condition;
  return { ...describeCondition(header, settings), fingerprint, summary: summarise(samples) };
}

function exploratory(both: { readonly samples: readonly Sample[]; readonly baseline: readonly Sample[] }) {
  const { seeds, mean, interval, points } = pairedDifference(both.samples, both.baseline);
  return { seeds, mean, interval, points };
}
