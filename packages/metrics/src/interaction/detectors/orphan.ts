import type { EventRecord, GraphState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';
import type { Detected, Detector } from './detector.js';
import { needsTalk } from './needs.js';
import { agents, ascending, path, virtualSeconds } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

interface Closed {
  readonly message: EventRecord;
  /** When it lost its last recipient, microseconds. */
  readonly since: number;
}

interface State {
  readonly orphanMicros: number;
  readonly waiting: Alarms<Closed>;
  readonly known: Set<number>;
}

const MICROS_PER_SECOND = 1_000_000;

/** Somebody asks for something, and it can reach nobody. */
export const orphan: Detector<State> = {
  id: 'orphan',
  title: 'Orphaned event',
  severity: 'failure',
  rule: 'a message that asks for work was shown to nobody and can no longer reach anybody (sent to nobody, lost, or forgotten unread) since `orphanSeconds`, and its task still lacks agents',
  source: 'DIG (arXiv 2603.00309), orphaned event',
  reads: TIMED_EVENTS,
  canFire: needsTalk,
  init: (_header, { orphanSeconds }) => ({
    orphanMicros: orphanSeconds * MICROS_PER_SECOND,
    waiting: createAlarms(),
    known: new Set(),
  }),
  step(state, event, graph) {
    const { type, seq, time } = event;
    if (type === 'message.sent') watch(state, graph, [seq], time);
    else if (type === 'message.lost') watch(state, graph, event.inputs, time);
    else if (type === 'memory.evicted' && event.what === 'message') watch(state, graph, event.inputs, time);
    const found: Detected[] = [];
    const { waiting } = state;
    for (let due = takeAlarm(waiting, time); due !== undefined; due = takeAlarm(waiting, time)) {
      if (!isOut(due.message) || !isWanted(graph, due.message)) continue;
      found.push(orphaned(due, event));
    }
    return found;
  },
};

function watch(state: State, graph: GraphState, ids: readonly number[], time: number): void {
  for (const id of ids) {
    const message = graph.events.get(id);
    if (message?.kind !== 'message' || !message.work || !isOut(message) || state.known.has(id)) continue;
    state.known.add(id);
    setAlarm(state.waiting, time + state.orphanMicros, { message, since: time });
  }
}

/** No recipient is left, and none was ever shown it. */
const isOut = ({ open, consumed }: EventRecord): boolean => open === 0 && consumed === 0;

/** Its task, if it is about one, is open and short of agents. */
function isWanted({ tasks }: GraphState, { task: id }: EventRecord): boolean {
  const task = id === null ? undefined : tasks.get(id);
  return task === undefined || (task.open && task.committed.size < task.required);
}

function orphaned({ message, since }: Closed, { seq, time }: { seq: number; time: number }): Detected {
  const { id, seats, receipts, task } = message;
  const [from = -1] = seats;
  const to = ascending(receipts.map((receipt) => receipt.seat));
  const evidence = ascending([id, ...receipts.map((receipt) => receipt.seq), seq]);
  const about = task === null ? '' : ` about ${task}`;
  const ago = virtualSeconds(time - since);
  const sentence =
    to.length === 0
      ? `Agent ${from} asked for something${about} ${ago} ago ${path(evidence)}, but addressed nobody.`
      : `Agent ${from} asked ${agents(to)} for something${about} ${path(evidence)}, but for ${ago} it can reach none of them any more.`;
  return {
    seats: ascending([from, ...to]),
    task,
    evidence,
    sentence,
  };
}
