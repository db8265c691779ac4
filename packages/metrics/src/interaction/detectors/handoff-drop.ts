import type { QuorumEvent } from '@quorum/events';
import type { EventRecord, GraphState, TaskState } from '../graph/graph-state.js';
import { isRequest } from '../graph/talk.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';
import type { Detected, Detector } from './detector.js';
import { needsSpeechActs } from './needs.js';
import { agents, ascending, path, virtualSeconds } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

/** A request that is watched. */
interface Watched {
  readonly request: EventRecord;
  /** Who was at its task already: it is not for them. */
  readonly there: readonly number[];
}

interface State {
  readonly handoffMicros: number;
  readonly waiting: Alarms<Watched>;
  /** Requests to those who were busy. */
  readonly again: Alarms<Watched>;
  /** When each seat last said no to each task: `seat task` and the message's `seq`. */
  readonly declined: Map<string, number>;
  /** The last plan of each seat, whatever it is for: `seq`. */
  readonly planned: Map<number, number>;
  /** The last answer out of format of each seat: `seq`. */
  readonly garbled: Map<number, number>;
  /** The last request of each seat to each other one: `sender recipient`. */
  readonly latest: Map<string, EventRecord>;
  /** What has been reported, until somebody takes the task up: `sender task`. */
  readonly reported: Set<string>;
}

const MICROS_PER_SECOND = 1_000_000;
/** Part of the wait after which those who were busy are looked at again. */
const AGAIN = 4;
/** What an agent says who will not do it, or will not any more. */
const REFUSALS: readonly string[] = ['refuse', 'cancel', 'failure'];

/** Work is handed to others, and slips between them. */
export const handoffDrop: Detector<State> = {
  id: 'handoff-drop',
  title: 'Handoff drop',
  severity: 'failure',
  rule: 'for `handoffSeconds` after a request about an open task that lacks agents, none of those who got it, and were not at the task before, has planned for it, said no or been asked for something else by the same agent; while all of them think for the first time since or are at what they had begun before, and once one of them has answered out of format, it waits',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: TIMED_EVENTS,
  canFire: needsSpeechActs,
  init: (_header, { handoffSeconds }) => ({
    handoffMicros: handoffSeconds * MICROS_PER_SECOND,
    waiting: createAlarms(),
    again: createAlarms(),
    declined: new Map(),
    planned: new Map(),
    garbled: new Map(),
    latest: new Map(),
    reported: new Set(),
  }),
  step(state, event, graph) {
    switch (event.type) {
      case 'message.sent': {
        if (event.task === null) break;
        const request = graph.events.get(event.seq);
        if (isRequest(event) && request !== undefined) ask(state, request, graph);
        else if (REFUSALS.includes(event.kind)) state.declined.set(`${event.seat} ${event.task}`, event.seq);
        break;
      }
      case 'plan.committed':
        state.planned.set(event.seat, event.seq);
        break;
      case 'activation.ended':
        if (event.outcome === 'invalid') state.garbled.set(event.seat, event.seq);
        break;
      default:
    }
    const found: Detected[] = [];
    for (const alarms of [state.again, state.waiting]) {
      for (let due = takeAlarm(alarms, event.time); due !== undefined; due = takeAlarm(alarms, event.time)) {
        const drop = judge(state, due, event, graph);
        if (drop === 'later') setAlarm(state.again, event.time + state.handoffMicros / AGAIN, due);
        else if (drop !== null) found.push(drop);
      }
    }
    return found;
  },
};

/** Watches a request, unless all who get it are at the task already. */
function ask({ waiting, latest, handoffMicros }: State, request: EventRecord, graph: GraphState): void {
  const [from = -1] = request.seats;
  for (const { seat } of request.receipts) latest.set(`${from} ${seat}`, request);
  const there = [...(graph.tasks.get(request.task ?? '')?.committed ?? [])];
  if (request.receipts.every(({ seat }) => there.includes(seat))) return;
  setAlarm(waiting, request.time + handoffMicros, { request, there });
}

function judge(
  { declined, planned, garbled, latest, reported }: State,
  { request, there }: Watched,
  event: QuorumEvent,
  { tasks, seats }: GraphState,
): Detected | 'later' | null {
  const task = tasks.get(request.task ?? '');
  const [from = -1] = request.seats;
  if (task === undefined || !task.open) return null;
  const key = `${from} ${task.id}`;
  const got = request.receipts
    .filter(({ fate, seat }) => fate !== 'discarded' && !there.includes(seat))
    .map(({ seat }) => seat);
  if (got.length === 0 || task.committed.size >= task.required) return null;
  if (got.some((seat) => tookUp(task, seat, request.id))) {
    reported.delete(key);
    return null;
  }
  const asked = got.filter(
    (seat) =>
      (declined.get(`${seat} ${task.id}`) ?? -1) < request.id &&
      latest.get(`${from} ${seat}`)?.task === task.id,
  );
  if (asked.length === 0 || reported.has(key)) return null;
  const isBusy = (seat: number): boolean => {
    const { plan = null, running = null } = seats[seat] ?? {};
    // Who was shown it and has planned something else since, be it to wait, has had its chance.
    const shown = request.receipts.find((receipt) => receipt.seat === seat && receipt.fate === 'consumed');
    const hadChance = shown !== undefined && (planned.get(seat) ?? -1) > shown.seq;
    return (running !== null && !hadChance) || (plan !== null && plan.task !== null && plan.seq < request.id);
  };
  // Who cannot put what it wants in words or plans has not dropped it, and may be the one that is meant.
  const isGarbled = (seat: number): boolean => (garbled.get(seat) ?? -1) > request.id;
  if (asked.some(isGarbled) || asked.every(isBusy)) return 'later';
  reported.add(key);
  return dropped(request, task, ascending(asked), event);
}

/** Whether the seat has planned for the task since, or was about to: plans of one task stand in log order. */
function tookUp({ node, committed }: TaskState, seat: number, since: number): boolean {
  if (committed.has(seat)) return true;
  for (let i = node.receipts.length - 1; i >= 0; i -= 1) {
    const receipt = node.receipts[i];
    if (receipt === undefined || receipt.seq < since) return false;
    if (receipt.seat === seat) return true;
  }
  return false;
}

function dropped(
  { id, seats: [from = -1], receipts, time }: EventRecord,
  task: TaskState,
  asked: readonly number[],
  event: QuorumEvent,
): Detected {
  const evidence = ascending([id, ...receipts.map(({ seq }) => seq), event.seq]);
  return {
    seats: ascending([from, ...asked]),
    task: task.id,
    evidence,
    sentence: `Agent ${from} asked ${agents(asked)} for help at ${task.id} ${path(evidence)}, and nobody has taken it up for ${virtualSeconds(event.time - time)}.`,
  };
}
