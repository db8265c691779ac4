import { entropyOf, frequencies, plugInEntropy } from './entropy.js';
import { naturalLog } from './natural-log.js';

/** Mutual information of two codings, nats. */
export interface Information {
  /** From relative frequencies: biased upward in small samples. */
  readonly plugIn: number;
  /** From entropies corrected after Miller and Madow, kept within what is possible: 0 to log of the fewer values. */
  readonly corrected: number;
}

/** I(X; Y) = H(X) + H(Y) − H(X, Y) over pairs `(x[i], y[i])`; whole numbers from 0, both lists of the same length. */
export function mutualInformation(x: readonly number[], y: readonly number[]): Information {
  const ofX = entropyOf(frequencies(x));
  const ofY = entropyOf(frequencies(y));
  // One number for each pair: y is less than `span`.
  const span = y.reduce((most, value) => Math.max(most, value), 0) + 1;
  const both = entropyOf(frequencies(x.map((value, i) => value * span + (y[i] ?? 0))));
  const most = naturalLog(Math.max(1, Math.min(ofX.values, ofY.values)));
  const within = (value: number): number => Math.min(most, Math.max(0, value));
  return {
    plugIn: within(ofX.plugIn + ofY.plugIn - both.plugIn),
    corrected: within(ofX.corrected + ofY.corrected - both.corrected),
  };
}

/**
 * Plug-in information of one coding with any reordering of another. What does not change with the order is worked out
 * once, so that a permutation null is cheap.
 * @returns a function of `y` in another order
 */
export function informationOf(
  x: readonly number[],
  y: readonly number[],
): (dealt: readonly number[]) => number {
  const apart = entropyOf(frequencies(x)).plugIn + entropyOf(frequencies(y)).plugIn;
  const rows = places(x);
  const columns = places(y);
  const row = x.map((value) => (rows.get(value) ?? 0) * columns.size);
  const counts = new Int32Array(rows.size * columns.size);
  return (dealt) => {
    counts.fill(0);
    dealt.forEach((value, i) => {
      const cell = (row[i] ?? 0) + (columns.get(value) ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
    return Math.max(0, apart - plugInEntropy(counts, x.length));
  };
}

/** Numbers the distinct values, from 0. */
function places(values: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].map((value, place) => [value, place]));
}
