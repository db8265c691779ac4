import type { EpisodeHeader } from '../log/header.js';
import type { EventType, QuorumEvent } from '../log/events.js';
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
  const runs = folds.map((fold): RunningFold => ({ fold, state: fold.init(header) }));
  // Most folds read few of the types: asking each of them about each event would be most of the work.
  const readers = new Map<EventType, readonly RunningFold[]>();
  return {
    push(event) {
      let interested = readers.get(event.type);
      if (interested === undefined) {
        interested = runs.filter(
          ({ fold: { reads = 'all' } }) => reads === 'all' || reads.includes(event.type),
        );
        readers.set(event.type, interested);
      }
      for (const run of interested) run.state = run.fold.step(run.state, event);
    },
    results() {
      return Object.fromEntries(runs.map(({ fold, state }) => [fold.name, fold.result(state)]));
    },
  };
}

interface RunningFold {
  readonly fold: AnyFold;
  state: unknown;
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
