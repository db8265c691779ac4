import type { QuorumEvent } from '@quorum/events';
import type { EventRecord, GraphState, TaskState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';

/** A message by which an agent called a task done that is open. */
export interface Declaration {
  readonly message: EventRecord;
  readonly seat: number;
  readonly task: TaskState;
  /** It lacked agents when last looked at, its declarer among them. */
  readonly short: boolean;
}

/** Declarations that may turn out to be early. */
export interface Declarations {
  readonly abandonedTicks: number;
  readonly waiting: Alarms<Declaration>;
  /** Who has planned for what: `seat task`. */
  readonly worked: Set<string>;
  /** Messages that count as declarations. */
  readonly known: Set<number>;
  /** Those with a claim that the world has judged false: it was not merely news of a task. */
  readonly untrue: Set<number>;
}

export function watchDeclarations(abandonedTicks: number): Declarations {
  return { abandonedTicks, waiting: createAlarms(), worked: new Set(), known: new Set(), untrue: new Set() };
}

/**
 * Takes in an event; returns the declarations that have now proved early: their task is still open, and nobody has
 * been at it for `abandonedTicks`; or, after a false claim, those who are lacked others at two looks so far apart, the
 * declarer not among them. What a message says is not read: it counts as a declaration when it informs others
 * about an open task that its sender has worked on, or when the world has judged one of its claims false.
 */
export function stepDeclarations(
  state: Declarations,
  event: QuorumEvent,
  graph: GraphState,
): readonly Declaration[] {
  switch (event.type) {
    case 'plan.committed':
      if (event.task !== null) state.worked.add(`${event.seat} ${event.task}`);
      break;
    case 'message.sent':
      if (state.worked.has(`${event.seat} ${event.task}`)) declare(state, graph, event.seq, event.tick);
      break;
    case 'message.claimJudged':
      if (event.verdict !== 'false') break;
      state.untrue.add(event.inputs[0] ?? -1);
      declare(state, graph, event.inputs[0] ?? -1, event.tick);
      break;
    default:
  }
  if (state.waiting.waiting.length === 0) return NONE;
  return proved(state, event.tick);
}

const NONE: readonly Declaration[] = [];

function declare(state: Declarations, graph: GraphState, seq: number, tick: number): void {
  const message = graph.events.get(seq);
  const [seat] = message?.seats ?? [];
  if (message === undefined || seat === undefined || state.known.has(seq)) return;
  if (message.speech !== 'inform' && message.speech !== 'confirm') return;
  const task = graph.tasks.get(message.task ?? '');
  if (task === undefined || !task.open || !task.work) return;
  state.known.add(seq);
  setAlarm(state.waiting, tick + state.abandonedTicks, { message, seat, task, short: false });
}

function proved({ waiting, abandonedTicks, untrue }: Declarations, tick: number): readonly Declaration[] {
  const found: Declaration[] = [];
  for (let due = takeAlarm(waiting, tick); due !== undefined; due = takeAlarm(waiting, tick)) {
    const { message, task, seat, short } = due;
    const isEmpty = task.committed.size === 0;
    // Enough of those who did not believe it, or its declarer at it after all, make it harmless.
    if (!task.open || task.committed.has(seat) || task.committed.size >= task.required) continue;
    if (!isEmpty && !untrue.has(message.id)) continue;
    if (isEmpty ? tick - task.emptySince.tick >= abandonedTicks : short) found.push(due);
    else setAlarm(waiting, tick + abandonedTicks, { ...due, short: !isEmpty });
  }
  return found;
}
