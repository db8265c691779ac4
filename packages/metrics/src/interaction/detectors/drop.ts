import type { EventRecord, GraphState, Receipt } from '../graph/graph-state.js';
import { lineageOf } from '../graph/lineage.js';
import { producersOf } from '../graph/add-node.js';
import { stepDeclarations, watchDeclarations, type Declarations } from './declarations.js';
import type { Detected, Detector } from './detector.js';
import { needsTalk } from './needs.js';
import { Agents, ascending, path } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

interface State {
  readonly declarations: Declarations;
  stopped: boolean;
}

/** Work was handed to somebody, and what became of it is in no result. */
export const drop: Detector<State> = {
  id: 'drop',
  title: 'Drop',
  severity: 'failure',
  rule: 'a message that asks for work was shown to its recipients, and the decision that stops the episode, or that calls its task done too early, goes back to none of them',
  source: 'Quorum, after DIG (arXiv 2603.00309): early termination, for work that was consumed',
  reads: TIMED_EVENTS,
  canFire: needsTalk,
  init: (_header, { abandonedTicks }) => ({
    declarations: watchDeclarations(abandonedTicks),
    stopped: false,
  }),
  step(state, event, graph) {
    const early = stepDeclarations(state.declarations, event, graph);
    if (early.length > 0) {
      return early.flatMap(({ message, task }) => {
        const lineage = lineageOf(graph, message.producers, HISTORY);
        return dropped(task.requests, lineage).map((request) => lost(request, message.id, event.seq));
      });
    }
    if (event.type !== 'intervention.applied' || event.kind !== 'stop' || state.stopped) return NOTHING;
    state.stopped = true;
    const deciders = producersOf(graph, event.inputs);
    if (deciders.length === 0) return NOTHING;
    const lineage = lineageOf(graph, deciders, HISTORY);
    return dropped(tasklessWork(graph), lineage).map((request) => lost(request, event.seq));
  },
};

const NOTHING: readonly Detected[] = [];
const HISTORY = { plans: true, implicit: true };

/** Work about no task that is told apart; work about an open task counts as early termination. */
function tasklessWork({ events, tasks }: GraphState): EventRecord[] {
  return [...events.values()].filter(
    ({ kind, work, task }) => kind === 'message' && work && (task === null || !tasks.has(task)),
  );
}

/** Requests that were shown to somebody, to none of whom the lineage goes back. */
function dropped(requests: readonly EventRecord[], lineage: ReadonlySet<number>): EventRecord[] {
  return requests.filter((request) => {
    if (request.reachable || request.consumed === 0) return false;
    return !consumers(request).some(({ activation }) => lineage.has(activation ?? -1));
  });
}

const consumers = ({ receipts }: EventRecord): Receipt[] =>
  receipts.filter(({ fate }) => fate === 'consumed');

function lost(request: EventRecord, ...end: readonly number[]): Detected {
  const [from = -1] = request.seats;
  const takers = consumers(request);
  const to = ascending(takers.map(({ seat }) => seat));
  const { task } = request;
  const evidence = ascending([request.id, ...takers.map(({ seq }) => seq), ...end]);
  return {
    seats: ascending([from, ...to]),
    task,
    evidence,
    sentence: `${Agents(to)} took in what agent ${from} asked${task === null ? '' : ` about ${task}`}, but the work was ended without anything that came of it ${path(evidence)}.`,
  };
}
