import { entropyOf, frequencies } from './entropy.js';
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
