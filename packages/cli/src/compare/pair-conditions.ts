import { QuorumError } from '@quorum/events';
import type { ManifestCondition } from '../run-folder/manifest.js';
import { versionDifferences } from '../run-folder/version-differences.js';
import { conditionColumns } from '../suite/condition-columns.js';
import { describeCondition } from '../suite/describe-condition.js';
import type { Side } from './side.js';
import { variedAxis } from './varied-axis.js';

/** A condition of one side with the one of the other that it is compared with. */
export interface ConditionPair {
  readonly a: ManifestCondition;
  readonly b: ManifestCondition;
}

/** The conditions of two sides, paired. */
export interface Pairing {
  /** What the two of each pair differ in; null where they differ in several things and that was allowed. */
  readonly axis: string | null;
  readonly pairs: readonly ConditionPair[];
}

/**
 * Pairs the conditions of two sides that differ in one thing, the same for all pairs: that which pairs the most. Those
 * without a partner are left out.
 *
 * @param allowDifferences pairs two single conditions whatever they differ in
 * @throws QuorumError `NOT_COMPARABLE` when no two differ in one thing only; `USAGE` when one has several partners
 */
export function pairConditions(a: Side, b: Side, allowDifferences: boolean): Pairing {
  const byAxis = new Map<string, ConditionPair[]>();
  for (const ofA of a.conditions) {
    for (const ofB of b.conditions) {
      const axis = variedAxis(ofA, ofB);
      if (axis === null) continue;
      const pairs = byAxis.get(axis) ?? [];
      byAxis.set(axis, [...pairs, { a: ofA, b: ofB }]);
    }
  }
  const [best] = [...byAxis].sort(([, one], [, other]) => partnered(other) - partnered(one));
  if (best !== undefined) {
    const [axis, pairs] = best;
    if (partnered(pairs) < pairs.length) throw ambiguous(axis);
    return { axis, pairs };
  }
  const [[onlyA, ...moreA], [onlyB, ...moreB]] = [a.conditions, b.conditions];
  if (onlyA === undefined || onlyB === undefined)
    throw incomparable('One side has no condition', allowDifferences);
  const single = moreA.length === 0 && moreB.length === 0;
  if (single && allowDifferences) return { axis: null, pairs: [{ a: onlyA, b: onlyB }] };
  throw incomparable(
    single
      ? `The two differ in more than one thing: ${differences(onlyA, onlyB)}`
      : `No condition of ${a.name} differs from one of ${b.name} in one thing only`,
    allowDifferences,
  );
}

/** Pairs that could be formed if every condition had one partner at most. */
function partnered(pairs: readonly ConditionPair[]): number {
  const count = (side: 'a' | 'b'): number => new Set(pairs.map((pair) => pair[side].fingerprint)).size;
  return Math.min(count('a'), count('b'));
}

/** `structure debate, individual; versions loop 2 -> 3` */
function differences(a: ManifestCondition, b: ManifestCondition): string {
  const [ofA, ofB] = [a, b].map(({ header, settings }) => describeCondition(header, settings));
  if (ofA === undefined || ofB === undefined) return '';
  // A component that only one of the two has is no other version of it.
  const common = (of: ManifestCondition, other: ManifestCondition): Record<string, string> =>
    Object.fromEntries(Object.entries(of.header.versions).filter(([name]) => name in other.header.versions));
  const versions = versionDifferences(common(a, b), common(b, a));
  return [
    ...conditionColumns([ofA, ofB])
      .columns.map(({ head, cell }) => ({ head, one: cell(ofA), other: cell(ofB) }))
      .filter(({ one, other }) => one !== other)
      .map(({ head, one, other }) => `${head} ${one}, ${other}`),
    ...(versions === '' ? [] : [`versions ${versions}`]),
  ].join('; ');
}

function ambiguous(axis: string): QuorumError {
  return new QuorumError(
    'USAGE',
    `Conditions of one side have several partners that differ in ${axis} only.`,
    {
      fix: 'name one condition on each side, RUN#CONDITION; `quorum compare --help` says how.',
    },
  );
}

function incomparable(why: string, allowed: boolean): QuorumError {
  return new QuorumError('NOT_COMPARABLE', `${why}.`, {
    fix: `name two conditions that differ in one thing (RUN#CONDITION)${allowed ? '.' : ', or add --allow-differences.'}`,
  });
}
