import type { Detected, Detector } from './detector.js';
import { isIdle } from './idle.js';
import { ascending, path, virtualSeconds } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

interface State {
  readonly quietMicros: number;
  /** Whether there has ever been anything to do. */
  hadWork: boolean;
  /** The last activation that ended: `seq` and seat. */
  last: { readonly seq: number; readonly seat: number } | null;
  /** The quiet that has been reported: `seq` of the event before it. */
  reported: number | null;
}

const MICROS_PER_SECOND = 1_000_000;

/** Nothing is left to do, and nobody ends the work. */
export const missingTermination: Detector<State> = {
  id: 'missing-termination',
  title: 'Missing termination',
  severity: 'failure',
  rule: 'there was work, none is left, the episode goes on, and nobody says, plans or does anything for `quietSeconds`, nor for twice the longest thought so far',
  source: 'DIG (arXiv 2603.00309), missing termination',
  reads: TIMED_EVENTS,
  // A world that ends by itself when no task is open leaves no time for it, but a header does not tell.
  canFire: () => true,
  init: (_header, { quietSeconds }) => ({
    quietMicros: quietSeconds * MICROS_PER_SECOND,
    hadWork: false,
    last: null,
    reported: null,
  }),
  step(state, event, graph) {
    if (event.type === 'activation.ended') state.last = { seq: event.seq, seat: event.seat };
    if (graph.openTasks + graph.openRequests > 0) {
      state.hadWork = true;
      return NOTHING;
    }
    if (!state.hadWork || !isIdle(graph) || graph.lastActiveSeq === state.reported) return NOTHING;
    const quiet = event.time - graph.lastActive;
    if (quiet < Math.max(state.quietMicros, 2 * graph.longestActivation)) return NOTHING;
    state.reported = graph.lastActiveSeq;
    const { last } = state;
    const who = last === null ? '' : `; agent ${last.seat} was the last to think`;
    const evidence = ascending([last?.seq ?? event.seq, event.seq]);
    return [
      {
        seats: last === null ? [] : [last.seat],
        task: null,
        evidence,
        sentence: `Nothing is left to do, and nobody has ended the episode for ${virtualSeconds(quiet)}${who} ${path(evidence)}.`,
      },
    ];
  },
};

const NOTHING: readonly Detected[] = [];
