import type { ListedCondition, ListedEpisode, RunListing } from '../protocol/protocol.js';

/** Two episodes of one seed and repeat in two conditions. */
export interface EpisodePair {
  readonly baseline: ListedEpisode;
  readonly episode: ListedEpisode;
  /** Of the primary metric, the episode minus the baseline. */
  readonly difference: number;
}

/** Two conditions that are compared, with their pairs, the greatest difference first. */
export interface ComparedPairs {
  /** What they differ in; null where that is more than one thing. */
  readonly axis: string | null;
  readonly declared: boolean;
  readonly baseline: ListedCondition;
  readonly condition: ListedCondition;
  readonly pairs: readonly EpisodePair[];
}

/**
 * Pairs that have ended: first of the comparisons that the suite declares, in its order, then of other conditions that
 * differ in one thing; of conditions that differ in more only where there are no others. Kinds of models are never
 * compared but where the suite says so.
 */
export function comparedPairs({ conditions, comparisons }: RunListing): ComparedPairs[] {
  const byFingerprint = new Map(conditions.map((condition) => [condition.fingerprint, condition]));
  const listed = comparisons.flatMap((comparison) => {
    const baseline = byFingerprint.get(comparison.baseline);
    const condition = byFingerprint.get(comparison.condition);
    if (baseline === undefined || condition === undefined) return [];
    return withPairs({ axis: comparison.axis, declared: comparison.declared, baseline, condition });
  });
  if (listed.length === 0) return byDifference(anyTwo(conditions).flatMap(withPairs));
  return [
    ...listed.filter(({ declared }) => declared),
    ...byDifference(listed.filter(({ declared }) => !declared)),
  ];
}

type Compared = Omit<ComparedPairs, 'pairs'>;

function anyTwo(conditions: readonly ListedCondition[]): Compared[] {
  return conditions.flatMap((baseline, i) =>
    conditions
      .slice(i + 1)
      .filter(({ modelKind }) => modelKind === baseline.modelKind)
      .map((condition) => ({ axis: null, declared: false, baseline, condition })),
  );
}

/** The comparison with its pairs; nothing where it has none. */
function withPairs(compared: Compared): ComparedPairs[] {
  const pairs = compared.condition.episodes.flatMap((episode) => {
    const { seed, repeat, score } = episode;
    const baseline = compared.baseline.episodes.find((each) => each.seed === seed && each.repeat === repeat);
    if (baseline === undefined || baseline.score === null || score === null) return [];
    return [{ baseline, episode, difference: score - baseline.score }];
  });
  if (pairs.length === 0) return [];
  return [{ ...compared, pairs: pairs.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)) }];
}

function byDifference(compared: readonly ComparedPairs[]): ComparedPairs[] {
  const greatest = ({ pairs }: ComparedPairs): number => Math.abs(pairs[0]?.difference ?? 0);
  return compared.toSorted((a, b) => greatest(b) - greatest(a));
}
