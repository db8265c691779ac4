import type { GraphState } from '../graph/graph-state.js';
import type { Detector } from './detector.js';
import { isIdle } from './idle.js';
import { agents, ascending, path, virtualSeconds } from './say.js';

interface State {
  readonly idleMicros: number;
  /** The last event that moved the episode on. */
  active: { readonly time: number; readonly seq: number };
  /** The standstill since then has been reported. */
  reported: boolean;
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
  reads: 'all',
  canFire: () => true,
  init: (_header, { idleSeconds }) => ({
    idleMicros: idleSeconds * MICROS_PER_SECOND,
    active: { time: 0, seq: 0 },
    reported: false,
  }),
  step(state, event, graph) {
    if (graph.lastActive !== state.active.time) {
      state.active = { time: graph.lastActive, seq: event.seq };
      state.reported = false;
    }
    if (state.reported || event.time - graph.lastActive < state.idleMicros) return [];
    if (graph.openTasks + graph.openRequests === 0 || !isIdle(graph)) return [];
    state.reported = true;
    const tasks = openWork(graph);
    const seats = graph.seats.map((_, seat) => seat);
    const evidence = ascending([state.active.seq, event.seq]);
    const named = tasks.slice(0, NAMED).join(', ');
    const more = tasks.length > NAMED ? ` and ${tasks.length - NAMED} more` : '';
    const what =
      tasks.length === 0
        ? `${graph.openRequests} requests are`
        : `${named}${more} ${tasks.length > 1 ? 'are' : 'is'}`;
    return [
      {
        seats,
        task: tasks[0] ?? null,
        evidence,
        sentence: `${what} open, but none of ${agents(seats)} has said, planned or done anything towards it for ${virtualSeconds(event.time - graph.lastActive)} ${path(evidence)}.`,
      },
    ];
  },
};

function openWork({ tasks }: GraphState): string[] {
  return [...tasks.values()].filter(({ open, work }) => open && work).map(({ id }) => id);
}
