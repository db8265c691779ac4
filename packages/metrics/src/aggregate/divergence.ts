import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How differently two conditions decide. */
export interface Divergence {
  /** Total variation between the two distributions of actions: 0 the same, 1 nothing in common. */
  readonly variation: number;
  /** Mean of it when answers are dealt out at random: what so few answers give for nothing. */
  readonly nullMean: number;
  /** Share of random deals, the real one among them, that give at least as much. */
  readonly pValue: number;
  /** Share of repeats whose action is another one. */
  readonly changed: number;
}

const PERMUTATIONS = 999;
/** Fixed, so that the same answers always give the same null. */
const SEED = 30_013;

/**
 * Compares coded actions of two conditions, repeat by repeat: both lists have the same length, which is not 0. The null
 * exchanges all answers between the two.
 */
export function divergenceOf(asIs: readonly string[], other: readonly string[]): Divergence {
  const count = asIs.length;
  const variation = totalVariation(asIs, other);
  const generator = xoroshiro128plus(SEED);
  const pool = [...asIs, ...other];
  const deals = Array.from({ length: PERMUTATIONS }, () => {
    for (let last = pool.length - 1; last > 0; last--) {
      const place = uniformInt(generator, 0, last);
      [pool[last], pool[place]] = [pool[place] ?? '', pool[last] ?? ''];
    }
    return totalVariation(pool.slice(0, count), pool.slice(count));
  });
  const asMuch = deals.filter((dealt) => dealt >= variation).length;
  return {
    variation,
    nullMean: deals.reduce((sum, dealt) => sum + dealt, 0) / PERMUTATIONS,
    pValue: (asMuch + 1) / (PERMUTATIONS + 1),
    changed: asIs.filter((action, i) => action !== other[i]).length / count,
  };
}

/** Half the sum of absolute differences between the shares of each action; both lists have the same length. */
function totalVariation(a: readonly string[], b: readonly string[]): number {
  const difference = new Map<string, number>();
  for (const action of a) difference.set(action, (difference.get(action) ?? 0) + 1);
  for (const action of b) difference.set(action, (difference.get(action) ?? 0) - 1);
  return [...difference.values()].reduce((sum, value) => sum + Math.abs(value), 0) / (2 * a.length);
}
