import type { EpisodeHeader } from '../log/header.js';
import type { EventType, QuorumEvent } from '../log/events.js';

/**
 * A pure reading of a log. `step` owns the state it is given, may mutate it and touches nothing else, so that a fold
 * gives the same result online, from a file, in a worker and in a browser.
 *
 * Folds that have `init`, `step` and `reads` in common, the very same ones, are readings of one state, which advances
 * once for all of them.
 */
export interface Fold<S, R> {
  /** Key in `metrics.json`, kebab-case. */
  readonly name: string;
  /** Raised whenever the same log could give another result. */
  readonly version: number;
  /** Event types that it takes in; all where left out. No other event is handed to it. */
  readonly reads?: readonly EventType[] | 'all';
  readonly init: (header: EpisodeHeader) => S;
  /** Takes in one event; returns the state to go on with (usually the same object). */
  readonly step: (state: S, event: QuorumEvent) => S;
  /** Reads the state and leaves it as it is. */
  readonly result: (state: S) => R;
}

/** A fold of any state and result, for collections. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a fold's state is its own business
export type AnyFold = Fold<any, unknown>;
