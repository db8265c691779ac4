import type { QuorumEvent } from '@quorum/events';
import type { EventRecord, GraphState, TaskState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';

/** A message by which an agent called a task done that is open. */
export interface Declaration {
  readonly message: EventRecord;
  readonly seat: number;
  readonly task: TaskState;
}

/** Declarations that may turn out to be early. */
export interface Declarations {
  readonly abandonedTicks: number;
  readonly waiting: Alarms<Declaration>;
  /** Who has planned for what: `seat task`. */
  readonly worked: Set<string>;
  /** Messages that count as declarations. */
  readonly known: Set<number>;
}

export function watchDeclarations(abandonedTicks: number): Declarations {
  return { abandonedTicks, waiting: createAlarms(), worked: new Set(), known: new Set() };
}

/**
 * Takes in an event; returns the declarations that have now proved early: their task is still open, and nobody has
 * been at it for `abandonedTicks`. What a message says is not read: it counts as a declaration when it informs others
 * about an open task that its sender has worked on, or when the world has judged one of its claims false.
 */
export function stepDeclarations(
  state: Declarations,
  event: QuorumEvent,
  graph: GraphState,
): readonly Declaration[] {
  if (event.type === 'plan.committed' && event.task !== null) {
    state.worked.add(`${event.seat} ${event.task}`);
  } else if (event.type === 'message.sent') {
    if (state.worked.has(`${event.seat} ${event.task}`)) declare(state, graph, event.seq, event.tick);
  } else if (event.type === 'message.claimJudged' && event.verdict === 'false') {
    declare(state, graph, event.inputs[0] ?? -1, event.tick);
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
  setAlarm(state.waiting, tick + state.abandonedTicks, { message, seat, task });
}

function proved({ waiting, abandonedTicks }: Declarations, tick: number): readonly Declaration[] {
  const found: Declaration[] = [];
  for (let due = takeAlarm(waiting, tick); due !== undefined; due = takeAlarm(waiting, tick)) {
    const { task } = due;
    // Somebody who is at it after all makes it harmless.
    if (!task.open || task.committed.size > 0) continue;
    if (tick - task.emptySince.tick >= abandonedTicks) found.push(due);
    else setAlarm(waiting, tick + abandonedTicks, due);
  }
  return found;
}
