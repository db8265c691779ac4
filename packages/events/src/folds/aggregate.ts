import type { EpisodeHeader } from '../log/header.js';
import type { EpisodeStatus } from '../log/outcomes.js';

/** What the folds found in one finished episode. */
export interface EpisodeResult {
  readonly header: EpisodeHeader;
  readonly status: EpisodeStatus;
  /** Results by fold name, as `runFolds` gives them. */
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** A pure reading of many episodes: means, normalised scores, paired comparisons. */
export interface Aggregate<R> {
  /** Kebab-case. */
  readonly name: string;
  over(episodes: readonly EpisodeResult[]): R;
}
