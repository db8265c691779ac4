import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { countValues, entropyOf, frequencies, weightsUpTo } from './entropy.js';
import { naturalLog } from './natural-log.js';
import { drawBelow } from './uniform-draw.js';

/** Mutual information of two codings, nats. */
export interface Information {
  /** From relative frequencies: biased upward in small samples. */
  readonly plugIn: number;
  /**
   * `plugIn` less what independent codings of so many values give on average in so large a sample,
   * (values of x − 1) · (values of y − 1) / 2n; never below 0.
   */
  readonly corrected: number;
  /** Sum of the plug-in entropies of either coding: what both have together where nothing depends. */
  readonly apart: number;
}

/** I(X; Y) = H(X) + H(Y) − H(X, Y) over pairs `(x[i], y[i])`; whole numbers from 0, both lists of the same length. */
export function mutualInformation(x: readonly number[], y: readonly number[]): Information {
  const ofX = entropyOf(frequencies(x));
  const ofY = entropyOf(frequencies(y));
  // One number for each pair: y is less than `span`.
  const span = y.reduce((most, value) => Math.max(most, value), 0) + 1;
  const both = entropyOf(frequencies(x.map((value, i) => value * span + (y[i] ?? 0))));
  const most = naturalLog(Math.max(1, Math.min(ofX.values, ofY.values)));
  const plugIn = Math.min(most, Math.max(0, ofX.plugIn + ofY.plugIn - both.plugIn));
  // Of the values that could go together, not of the pairs seen: those are few just where the sample is small.
  const bias = x.length === 0 ? 0 : ((ofX.values - 1) * (ofY.values - 1)) / (2 * x.length);
  return {
    plugIn,
    corrected: Math.max(0, plugIn - bias),
    apart: ofX.plugIn + ofY.plugIn,
  };
}

/** Two codings of which one is to be dealt out anew, with all that does not change with the order. */
export interface Deck {
  /** As in `Information`. */
  readonly apart: number;
  readonly logPairs: number;
  /** n · ln n by n. */
  readonly weights: readonly number[];
  /** Where the row of each pair begins in a table of all pairs of values that are there more than once. */
  readonly rowStarts: Int32Array;
  /** The column of each pair. */
  readonly columns: Int32Array;
  /** Columns yet to be dealt. */
  readonly hand: Int32Array;
  /** The cells of the table, empty between deals; behind them lands whatever has no row or no column. */
  readonly table: Int32Array;
  readonly cells: number;
}

/** Makes ready to deal out `y` among `x`, of which `apart` is known: what does not change with the order. */
export function createDeck(x: readonly number[], y: readonly number[], apart: number): Deck {
  const rows = placesOfRepeated(x);
  const columns = placesOfRepeated(y);
  const cells = rows.size * columns.size;
  return {
    apart,
    logPairs: naturalLog(x.length),
    weights: weightsUpTo(x.length),
    rowStarts: new Int32Array(x.map((value) => (rows.get(value) ?? rows.size) * columns.size)),
    columns: new Int32Array(y.map((value) => columns.get(value) ?? cells)),
    hand: new Int32Array(y.length),
    table: new Int32Array(2 * cells + 1),
    cells,
  };
}

/**
 * Puts the second coding in a random order (Fisher and Yates); returns its plug-in information with the first one then.
 * Plain loops without branches: a permutation null does this hundreds of times.
 */
export function dealInformation(deck: Deck, generator: RandomGenerator): number {
  const { rowStarts, columns, hand, table, cells, weights } = deck;
  for (let i = 0; i < hand.length; i++) hand[i] = columns[i] ?? 0;
  for (let last = hand.length - 1; last >= 0; last--) {
    const place = last === 0 ? 0 : drawBelow(last + 1, generator);
    // Drawn, it stays at the end: counted at once.
    const cell = (rowStarts[last] ?? 0) + (hand[place] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
    hand[place] = hand[last] ?? 0;
  }
  let weighted = 0;
  for (let cell = 0; cell < cells; cell++) {
    weighted += weights[table[cell] ?? 0] ?? 0;
    table[cell] = 0;
  }
  return Math.max(0, deck.apart - Math.max(0, deck.logPairs - weighted / hand.length));
}

/**
 * Numbers the values that are there more than once, from 0. The others need no place: in a table of pairs they count at
 * most 1, and 1 · ln 1 = 0.
 */
function placesOfRepeated(values: readonly number[]): ReadonlyMap<number, number> {
  const repeated = [...countValues(values)].filter(([, count]) => count > 1);
  return new Map(repeated.map(([value], place) => [value, place]));
}
