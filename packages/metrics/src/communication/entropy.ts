import { naturalLog } from './natural-log.js';

/** Entropy of what was counted, nats. */
export interface Entropy {
  /** From relative frequencies: biased downward in small samples. */
  readonly plugIn: number;
  /** With the correction of Miller and Madow, (values seen − 1) / 2n. */
  readonly corrected: number;
  /** Distinct values seen. */
  readonly values: number;
}

/** n · ln n by n: a permutation null asks for the same few again and again. */
const weights: number[] = [0];

function weigh(count: number): number {
  while (weights.length <= count) weights.push(weights.length * naturalLog(weights.length));
  return weights[count] ?? 0;
}

/** Entropy of a distribution from how often each of its values was seen; 0 of nothing. */
export function entropyOf(counts: readonly number[]): Entropy {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { plugIn: 0, corrected: 0, values: 0 };
  // In the order of size, so that equal counts always give the same bits.
  const weighted = [...counts].sort((a, b) => a - b).reduce((sum, count) => sum + weigh(count), 0);
  const plugIn = Math.max(0, naturalLog(total) - weighted / total);
  return { plugIn, corrected: plugIn + (counts.length - 1) / (2 * total), values: counts.length };
}

/** n · ln n for all n up to `most`, by n; longer than that, perhaps. Shared: not to be changed. */
export function weightsUpTo(most: number): readonly number[] {
  weigh(most);
  return weights;
}

/** How often each value of a list is in it, in the order in which they come first. */
export function countValues(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The same without the values. */
export function frequencies(values: readonly number[]): number[] {
  return [...countValues(values).values()];
}
