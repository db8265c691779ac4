import type { EpisodeHeader } from '../log/header.js';
import type { EventType, QuorumEvent } from '../log/events.js';
import type { AnyFold } from './fold.js';

/** Many folds advancing together over one stream of events. */
export interface FoldRun {
  /** Takes in the next event, which stays as it is from now on. */
  push(event: QuorumEvent): void;
  /** Results so far, by fold name. */
  results(): Record<string, unknown>;
}

const NOBODY: readonly RunningState[] = [];
/** Events that wait to be folded together at most. */
const BATCH = 1024;

/**
 * Starts `folds` on an episode: feed it online, event by event, or from a file. One pass serves all folds. Events wait until
 * there are many or a result is asked for, and then each fold takes in all of its own: code and state of one fold after
 * the other stay in the processor's caches, which an episode under way needs for its world in between.
 */
export function startFolds(folds: readonly AnyFold[], header: EpisodeHeader): FoldRun {
  const states: RunningState[] = [];
  const readings = folds.map((fold) => ({ fold, state: join(states, fold, header) }));
  // Most folds read few of the types: asking each of them about each event would be most of the work.
  const readers = new Map<EventType, RunningState[]>();
  const readersOfAll = states.filter(({ reads }) => reads === 'all');
  for (const state of states) {
    for (const type of state.reads === 'all' ? [] : new Set(state.reads)) {
      const known = readers.get(type);
      if (known === undefined) readers.set(type, [state]);
      else known.push(state);
    }
  }
  let waiting = 0;
  const fold = (): void => {
    for (const state of states) advance(state);
    waiting = 0;
  };
  return {
    push(event) {
      for (const { pending } of readersOfAll) pending.push(event);
      for (const { pending } of readers.get(event.type) ?? NOBODY) pending.push(event);
      waiting += 1;
      if (waiting === BATCH) fold();
    },
    results() {
      fold();
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
  /** Events that it has not taken in yet. */
  readonly pending: QuorumEvent[];
}

function advance(state: RunningState): void {
  const { step, pending } = state;
  let { value } = state;
  for (const event of pending) value = step(value, event);
  state.value = value;
  pending.length = 0;
}

/** The state of a fold: one that is there already, where another fold starts, steps and reads in the same way. */
function join(
  states: RunningState[],
  { init, step, reads = 'all' }: AnyFold,
  header: EpisodeHeader,
): RunningState {
  const known = states.find((state) => state.init === init && state.step === step && state.reads === reads);
  if (known !== undefined) return known;
  const state = { init, step, reads, value: init(header) as unknown, pending: [] };
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
