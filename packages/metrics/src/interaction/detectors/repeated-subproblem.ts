import type { EventRecord } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { isRequest } from '../graph/talk.js';
import { needsSpeechActs } from './needs.js';
import { Agents, ascending, path } from './say.js';

interface State {
  /** The last request about each task that each seat was shown. */
  readonly asked: readonly Map<string, EventRecord>[];
  /** Who has taken up a request: seat and the plan's `seq`. */
  readonly takers: Map<number, Map<number, number>>;
  readonly reported: Set<number>;
}

/** One request sets more agents to work than it needs. */
export const repeatedSubproblem: Detector<State> = {
  id: 'repeated-subproblem',
  title: 'Repeated subproblem',
  severity: 'warning',
  rule: 'more agents than its task requires have been shown the same request and now have a plan for the task',
  source: 'DIG (arXiv 2603.00309), repeated subproblem',
  reads: ['observation.shown', 'plan.committed'],
  canFire: needsSpeechActs,
  init: ({ team }) => ({
    asked: team.map(() => new Map<string, EventRecord>()),
    takers: new Map(),
    reported: new Set(),
  }),
  step(state, event, graph) {
    if (event.type === 'observation.shown') {
      for (const message of graph.justShown) {
        const { task, work, speech } = message;
        if (task === null || speech === null || !isRequest({ work, kind: speech })) continue;
        state.asked[event.seat]?.set(task, message);
      }
      return NOTHING;
    }
    if (event.type !== 'plan.committed' || event.task === null) return NOTHING;
    const request = state.asked[event.seat]?.get(event.task);
    const task = graph.tasks.get(event.task);
    if (request === undefined || task === undefined) return NOTHING;
    const takers = state.takers.get(request.id) ?? new Map<number, number>();
    state.takers.set(request.id, takers.set(event.seat, event.seq));
    const now = [...takers].filter(([seat]) => task.committed.has(seat));
    if (now.length <= task.required || state.reported.has(request.id)) return NOTHING;
    state.reported.add(request.id);
    const seats = ascending(now.map(([seat]) => seat));
    const evidence = ascending([request.id, ...now.map(([, seq]) => seq)]);
    return [
      {
        seats: ascending([...request.seats, ...seats]),
        task: task.id,
        evidence,
        sentence: `${Agents(seats)} all took up what agent ${request.seats[0]} asked for at ${task.id} ${path(evidence)}, which takes ${task.required}.`,
      },
    ];
  },
};

const NOTHING: readonly Detected[] = [];
