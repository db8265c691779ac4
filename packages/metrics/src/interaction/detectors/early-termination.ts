import type { QuorumEvent } from '@quorum/events';
import type { EventRecord, GraphState, TaskState } from '../graph/graph-state.js';
import { stepDeclarations, watchDeclarations, type Declaration, type Declarations } from './declarations.js';
import type { Detected, Detector } from './detector.js';
import { needsTalk } from './needs.js';
import { agents, are, ascending, bodySeconds, path } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

interface State {
  readonly declarations: Declarations;
  stopped: boolean;
}

/** Somebody ends the work, or calls a task done, while it is not. */
export const earlyTermination: Detector<State> = {
  id: 'early-termination',
  title: 'Early termination',
  severity: 'failure',
  rule: 'the episode is stopped while work is open, one finding for each open task and unanswered request; or an agent calls a task done, and `abandonedTicks` later it is open and nobody is at it, or, after a false claim, it lacks agents, the one who made it is not there, and so it is so much later again',
  source: 'DIG (arXiv 2603.00309), early termination',
  reads: TIMED_EVENTS,
  canFire: (header) => {
    const talk = needsTalk(header);
    return talk === true || header.healing !== undefined
      ? true
      : `${talk}, and no observer is there to stop the episode`;
  },
  init: (_header, { abandonedTicks }) => ({
    declarations: watchDeclarations(abandonedTicks),
    stopped: false,
  }),
  step(state, event, graph) {
    const early = stepDeclarations(state.declarations, event, graph);
    if (early.length > 0) return early.map((one) => declaredEarly(one, event));
    const isStop =
      (event.type === 'intervention.applied' && event.kind === 'stop') ||
      (event.type === 'episode.ended' && event.status === 'stopped');
    if (!isStop || state.stopped) return NOTHING;
    state.stopped = true;
    return openWork(graph).map((work) => stoppedEarly(work, event));
  },
};

const NOTHING: readonly Detected[] = [];

function declaredEarly({ message, seat, task }: Declaration, { seq, tick }: QuorumEvent): Detected {
  const { committed, required, emptySince } = task;
  const state =
    committed.size === 0
      ? `nobody has been at it for ${bodySeconds(tick - emptySince.tick)}`
      : `${committed.size} of ${required} are at it ${bodySeconds(tick - message.tick)} later`;
  const evidence = ascending([task.node.id, message.id, seq]);
  return {
    seats: [seat],
    task: task.id,
    evidence,
    sentence: `Agent ${seat} said that ${task.id} was done ${path(evidence)}, but it is open and ${state}.`,
  };
}

type Work = { readonly task: TaskState } | { readonly request: EventRecord };

/** R(t): open tasks, and requests about none of them that somebody still has to act on. */
function openWork({ tasks, events }: GraphState): Work[] {
  return [
    ...[...tasks.values()].filter(({ open, work }) => open && work).map((task) => ({ task })),
    ...[...events.values()]
      .filter(({ reachable, task }) => reachable && tasks.get(task ?? '')?.open !== true)
      .map((request) => ({ request })),
  ];
}

function stoppedEarly(work: Work, { seq }: QuorumEvent): Detected {
  if ('request' in work) {
    const { id, seats, receipts, task } = work.request;
    const waiting = ascending(receipts.filter(({ fate }) => fate !== 'consumed').map(({ seat }) => seat));
    const evidence = [id, seq];
    const sentence = `The episode was stopped before what agent ${seats[0]} asked of ${agents(waiting)} was dealt with ${path(evidence)}.`;
    return { seats: ascending([...seats, ...waiting]), task, evidence, sentence };
  }
  const { id, node, committed, requests } = work.task;
  const seats = ascending(committed);
  const evidence = ascending([node.id, ...requests.map((request) => request.id), seq]);
  const who = seats.length === 0 ? 'nobody was at it' : `${agents(seats)} ${are(seats)} at it`;
  const sentence = `The episode was stopped while ${id} was open and ${who} ${path(evidence)}.`;
  return { seats, task: id, evidence, sentence };
}
