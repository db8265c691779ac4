import type { EventType, Fold } from '@quorum/events';

/** One number (or word) of a metric's result, as it stands in `summary.csv`. */
export interface Column<R> {
  /** Unique within the metric; the column's full name is `metric.name`. */
  readonly name: string;
  /** What it says, one line. */
  readonly summary: string;
  readonly unit: string;
  readonly range: string;
  /** Null: undefined for this episode (nothing to measure), which is not zero. */
  readonly value: (result: R) => number | string | null;
}

/** The page of a metric: what a reader needs to use its numbers. `docs/metrics.md` is made of these. */
export interface MetricPage {
  /** Purpose, one line. */
  readonly summary: string;
  /** Exact definition in words and plain formulas. */
  readonly formula: string;
  /** Paper and section, or `Quorum`. */
  readonly source: string;
  /** How it deviates from what was published, and what to keep in mind. */
  readonly notes?: string;
  /** What its state grows with; left out where it stays small however long the log. */
  readonly grows?: string;
  /** A tiny log and its result, worked by hand; the fold's test plays the same log. */
  readonly example: string;
}

/** A fold with a page and columns: what `metrics.json`, `summary.csv` and the documentation are made of. */
export interface Metric<S, R> extends Fold<S, R> {
  /** Event types that can move the result. */
  readonly reads: readonly EventType[] | 'all';
  readonly page: MetricPage;
  readonly columns: readonly Column<R>[];
}

/** A metric of any state and result, for collections. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a metric's state and result are its own business
export type AnyMetric = Metric<any, any>;
