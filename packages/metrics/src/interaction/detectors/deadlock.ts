import type { GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { isIdle } from './idle.js';
import { agents, ascending, path, virtualSeconds } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

interface State {
  readonly idleMicros: number;
  /** The standstill that has been reported: `seq` of the event before it. */
  reported: number | null;
}

const MICROS_PER_SECOND = 1_000_000;
/** Open work that a sentence names. */
const NAMED = 3;

/** Work is open, and everybody has stopped. */
export const deadlock: Detector<State> = {
  id: 'deadlock',
  title: 'Deadlock',
  severity: 'failure',
  rule: 'work is open, and for `idleSeconds` nobody says anything, plans for a task, walks or works; waiting and thinking in vain do not count',
  source: 'DIG (arXiv 2603.00309), deadlock',
  reads: TIMED_EVENTS,
  canFire: () => true,
  init: (_header, { idleSeconds }) => ({
    idleMicros: idleSeconds * MICROS_PER_SECOND,
    reported: null,
  }),
  step(state, event, graph) {
    const { lastActive, lastActiveSeq, openTasks, openRequests } = graph;
    const idle = event.time - lastActive;
    if (idle < state.idleMicros || lastActiveSeq === state.reported) return NOTHING;
    if (openTasks + openRequests === 0 || !isIdle(graph)) return NOTHING;
    state.reported = lastActiveSeq;
    const tasks = openWork(graph);
    const seats = graph.seats.map((_, seat) => seat);
    const evidence = ascending([lastActiveSeq, event.seq]);
    const what = tasks.length === 0 ? count(openRequests, 'request') : name(tasks);
    return [
      {
        seats,
        task: tasks[0] ?? null,
        evidence,
        sentence: `${what} open, but none of ${agents(seats)} has said, planned or done anything towards it for ${virtualSeconds(idle)} ${path(evidence)}.`,
      },
    ];
  },
};

const NOTHING: readonly Detected[] = [];

function openWork({ tasks }: GraphState): string[] {
  return [...tasks.values()].filter(({ open, work }) => open && work).map(({ id }) => id);
}

const count = (number: number, what: string): string =>
  number === 1 ? `1 ${what} is` : `${number} ${what}s are`;

function name(tasks: readonly string[]): string {
  const named = tasks.slice(0, NAMED).join(', ');
  const more = tasks.length > NAMED ? ` and ${tasks.length - NAMED} more` : '';
  return `${named}${more} ${tasks.length > 1 ? 'are' : 'is'}`;
}
