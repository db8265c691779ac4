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
  const states: RunningState[] = [];
  const readings = folds.map((fold) => ({ fold, state: join(states, fold, header) }));
  // Most folds read few of the types: asking each of them about each event would be most of the work.
  const readers = new Map<EventType, readonly RunningState[]>();
  return {
    push(event) {
      let interested = readers.get(event.type);
      if (interested === undefined) {
        interested = states.filter(({ reads }) => reads === 'all' || reads.includes(event.type));
        readers.set(event.type, interested);
      }
      for (const state of interested) state.value = state.step(state.value, event);
    },
    results() {
      return Object.fromEntries(readings.map(({ fold, state }) => [fold.name, fold.result(state.value)]));
    },
  };
}

/** State of one fold, or of several that advance alike. */
interface RunningState {
  readonly init: AnyFold['init'];
  readonly step: AnyFold['step'];
  readonly reads: readonly EventType[] | 'all';
  value: unknown;
}

/** The state of a fold: one that is there already, where another fold starts, steps and reads in the same way. */
function join(
  states: RunningState[],
  { init, step, reads = 'all' }: AnyFold,
  header: EpisodeHeader,
): RunningState {
  const known = states.find((state) => state.init === init && state.step === step && state.reads === reads);
  if (known !== undefined) return known;
  const state = { init, step, reads, value: init(header) as unknown };
  states.push(state);
  return state;
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
