import type { EpisodeHeader } from '../log/header.js';
import type { QuorumEvent } from '../log/events.js';
import type { AnyFold } from './fold.js';

/** Many folds advancing together over one stream of events. */
export interface FoldRun {
  /** Takes in the next event. */
  push(event: QuorumEvent): void;
  /** Results so far, by fold name. */
  results(): Record<string, unknown>;
}

/** Starts `folds` on an episode: feed it online, event by event, or from a file. One pass serves all folds. */
export function startFolds(folds: readonly AnyFold[], header: EpisodeHeader): FoldRun {
  const states: unknown[] = folds.map((fold): unknown => fold.init(header));
  return {
    push(event) {
      for (let i = 0; i < folds.length; i++) states[i] = folds[i]?.step(states[i], event);
    },
    results() {
      return Object.fromEntries(folds.map((fold, i) => [fold.name, fold.result(states[i])]));
    },
  };
}

/** Results of `folds` over a whole log, by fold name. */
export function runFolds(
  folds: readonly AnyFold[],
  header: EpisodeHeader,
  events: Iterable<QuorumEvent>,
): Record<string, unknown> {
  const run = startFolds(folds, header);
  for (const event of events) run.push(event);
  return run.results();
}
