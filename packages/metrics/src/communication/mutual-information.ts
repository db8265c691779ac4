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
 * @returns a function that puts `y` in a random order (Fisher and Yates) and gives the information then; `draw` gives a
 * random whole number below its argument
 */
export function dealtInformation(
  x: readonly number[],
  y: readonly number[],
): (draw: (range: number) => number) => number {
  const apart = entropyOf(frequencies(x)).plugIn + entropyOf(frequencies(y)).plugIn;
  const rows = places(x);
  const columns = places(y);
  const rowStarts = Int32Array.from(x, (value) => (rows.get(value) ?? 0) * columns.size);
  const hand = Int32Array.from(y, (value) => columns.get(value) ?? 0);
  const dealt = new Int32Array(y.length);
  const counts = new Int32Array(rows.size * columns.size);
  const entropy = plugInEntropy(x.length);
  if (rows.size === 1 || columns.size === 1) {
    // Every order gives the same; still drawn, so that what is dealt next stays the same.
    hand.forEach((column, i) => {
      const cell = (rowStarts[i] ?? 0) + column;
      counts[cell] = (counts[cell] ?? 0) + 1;
    });
    const always = Math.max(0, apart - entropy(counts));
    return (draw) => {
      for (let last = hand.length - 1; last > 0; last--) draw(last + 1);
      return always;
    };
  }
  return (draw) => {
    dealt.set(hand);
    counts.fill(0);
    for (let last = dealt.length - 1; last >= 0; last--) {
      const place = last === 0 ? 0 : draw(last + 1);
      // Drawn, it stays at the end: counted at once.
      const cell = (rowStarts[last] ?? 0) + (dealt[place] ?? 0);
      dealt[place] = dealt[last] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    return Math.max(0, apart - entropy(counts));
  };
}

/** Numbers the distinct values, from 0. */
function places(values: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(values)].map((value, place) => [value, place]));
}
