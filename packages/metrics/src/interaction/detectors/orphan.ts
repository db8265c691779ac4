import type { EventRecord, GraphState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';
import type { Detected, Detector } from './detector.js';
import { longestTravel } from './longest-travel.js';
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
  /** The longest that a message takes on this channel. */
  readonly travelMicros: number;
  readonly waiting: Alarms<Closed>;
  /** Requests that should have arrived by then. */
  readonly underWay: Alarms<EventRecord>;
  readonly known: Set<number>;
}

const MICROS_PER_SECOND = 1_000_000;

/** Somebody asks for something, and it can reach nobody. */
export const orphan: Detector<State> = {
  id: 'orphan',
  title: 'Orphaned event',
  severity: 'failure',
  rule: 'a message that asks for work was shown to nobody and since `orphanSeconds` can no longer reach anybody (sent to nobody, lost, or forgotten unread), or should have arrived somewhere by all that the channel may take; and its task still lacks agents',
  source: 'DIG (arXiv 2603.00309), orphaned event',
  reads: TIMED_EVENTS,
  canFire: needsTalk,
  init: (header, { orphanSeconds }) => ({
    orphanMicros: orphanSeconds * MICROS_PER_SECOND,
    travelMicros: longestTravel(header) * MICROS_PER_SECOND,
    waiting: createAlarms(),
    underWay: createAlarms(),
    known: new Set(),
  }),
  step(state, event, graph) {
    const { type, seq, time } = event;
    if (type === 'message.sent') {
      watch(state, graph, [seq], time);
      expect(state, graph.events.get(seq));
    } else if (type === 'message.lost') watch(state, graph, event.inputs, time);
    else if (type === 'memory.evicted' && event.what === 'message') watch(state, graph, event.inputs, time);
    const found: Detected[] = [];
    const { waiting, underWay } = state;
    for (let due = takeAlarm(waiting, time); due !== undefined; due = takeAlarm(waiting, time)) {
      if (!isOut(due.message) || !isWanted(graph, due.message)) continue;
      found.push(orphaned(due, event));
    }
    for (let late = takeAlarm(underWay, time); late !== undefined; late = takeAlarm(underWay, time)) {
      if (late.open === 0 || late.receipts.some(({ arrived }) => arrived !== null)) continue;
      if (isWanted(graph, late)) found.push(overdue(late, event));
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

function expect({ underWay, travelMicros, orphanMicros }: State, message: EventRecord | undefined): void {
  if (message === undefined || !message.work || message.open === 0) return;
  setAlarm(underWay, message.time + travelMicros + orphanMicros, message);
}

/** No recipient is left, and none was ever shown it. */
const isOut = ({ open, consumed }: EventRecord): boolean => open === 0 && consumed === 0;

/** Its task, if it is about one, is open and short of agents. */
function isWanted({ tasks }: GraphState, { task: id }: EventRecord): boolean {
  const task = id === null ? undefined : tasks.get(id);
  return task === undefined || (task.open && task.committed.size < task.required);
}

function orphaned({ message, since }: Closed, { seq, time }: { seq: number; time: number }): Detected {
  const { id, receipts } = message;
  const evidence = ascending([id, ...receipts.map((receipt) => receipt.seq), seq]);
  const { from, to, about, seats, task } = partsOf(message);
  const ago = virtualSeconds(time - since);
  const sentence =
    to.length === 0
      ? `Agent ${from} asked for something${about} ${ago} ago ${path(evidence)}, but addressed nobody.`
      : `Agent ${from} asked ${agents(to)} for something${about} ${path(evidence)}, but for ${ago} it can reach none of them any more.`;
  return { seats, task, evidence, sentence };
}

function overdue(message: EventRecord, { seq, time }: { seq: number; time: number }): Detected {
  const { from, to, about, seats, task } = partsOf(message);
  const evidence = ascending([message.id, seq]);
  const ago = virtualSeconds(time - message.time);
  return {
    seats,
    task,
    evidence,
    sentence: `Agent ${from} asked ${agents(to)} for something${about} ${ago} ago ${path(evidence)}, and it has reached none of them, which is later than the channel allows.`,
  };
}

function partsOf({ seats, receipts, task }: EventRecord) {
  const [from = -1] = seats;
  const to = ascending(receipts.map((receipt) => receipt.seat));
  const about = task === null ? '' : ` about ${task}`;
  return { from, to, about, seats: ascending([from, ...to]), task };
}
