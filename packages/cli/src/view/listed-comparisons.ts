import type { ListedComparison } from '@quorum/viewer';
import { variedPairs } from '../compare/varied-axis.js';
import type { Manifest } from '../run-folder/manifest.js';
import { modelKinds } from '../suite/team.js';

/**
 * The comparisons that a run's suite declares, then all others that can be made: between conditions that differ in one
 * thing and have the same kind of model.
 */
export function listComparisons({
  conditions,
  comparisons,
}: Pick<Manifest, 'conditions' | 'comparisons'>): ListedComparison[] {
  const declared = comparisons.map((each) => ({ ...each, declared: true }));
  const known = new Set(
    comparisons.flatMap(({ condition, baseline }) => [condition + baseline, baseline + condition]),
  );
  const others = variedPairs(conditions).flatMap(({ a, b, axis }) => {
    const isSameKind = modelKinds(a.header).join() === modelKinds(b.header).join();
    if (!isSameKind || known.has(b.fingerprint + a.fingerprint)) return [];
    return [{ axis, condition: b.fingerprint, baseline: a.fingerprint, declared: false }];
  });
  return [...declared, ...others];
}
