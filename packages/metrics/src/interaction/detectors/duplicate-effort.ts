import type { PlanCommitted } from '@quorum/events';
import type { GraphState, TaskState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';
import type { Detected, Detector } from './detector.js';
import { needsTeam } from './needs.js';
import { agents, ascending, bodySeconds, path } from './say.js';
import { shortTask } from './short-task.js';
import { TIMED_EVENTS } from './timed-events.js';

/** More seats than needed at one task, of which the last could know better. */
interface Crowd {
  readonly task: TaskState;
  /** Who came last. */
  readonly seat: number;
  readonly tick: number;
  /** The plan that was one too many: `seq`. */
  readonly seq: number;
}

interface State {
  readonly duplicateTicks: number;
  readonly waiting: Alarms<Crowd>;
  /** Crowds now, by task. */
  readonly crowds: Map<string, Crowd>;
}

/** Agents do what others are doing already, while they are missed elsewhere. */
export const duplicateEffort: Detector<State> = {
  id: 'duplicate-effort',
  title: 'Duplicate effort',
  severity: 'warning',
  rule: 'an agent plans for a task that had as many agents as it requires when the agent looked, and `duplicateTicks` later they are still too many, while other open work lacks agents; plans made at the same time do not count',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: TIMED_EVENTS,
  canFire: needsTeam,
  init: (_header, { duplicateTicks }) => ({ duplicateTicks, waiting: createAlarms(), crowds: new Map() }),
  step(state, event, graph) {
    if (event.type === 'plan.committed') join(state, event, graph);
    else if (event.type === 'plan.ended') leave(state, event.inputs[0] ?? -1, graph);
    const found: Detected[] = [];
    const { waiting, crowds } = state;
    for (let due = takeAlarm(waiting, event.tick); due !== undefined; due = takeAlarm(waiting, event.tick)) {
      const { task } = due;
      // It has dissolved, perhaps into another one with an alarm of its own.
      if (crowds.get(task.id) !== due) continue;
      crowds.delete(task.id);
      if (!isCrowded(task) || !task.committed.has(due.seat)) continue;
      const short = shortTask(graph);
      if (short !== undefined) found.push(duplicated(due, short, event));
    }
    return found;
  },
};

const isCrowded = ({ open, committed, required }: TaskState): boolean => open && committed.size > required;

function join({ crowds, waiting, duplicateTicks }: State, event: PlanCommitted, graph: GraphState): void {
  const { seat, tick, seq, observation } = event;
  const task = graph.tasks.get(event.task ?? '');
  if (task === undefined || !isCrowded(task) || crowds.has(task.id)) return;
  const before = [...task.committed].filter((other) => {
    return other !== seat && (graph.seats[other]?.plan?.seq ?? seq) < observation;
  });
  if (before.length < task.required) return;
  const found = { task, seat, tick, seq };
  crowds.set(task.id, found);
  setAlarm(waiting, tick + duplicateTicks, found);
}

function leave({ crowds }: State, plan: number, graph: GraphState): void {
  const task = graph.tasks.get(graph.events.get(plan)?.task ?? '');
  if (task !== undefined && !isCrowded(task)) crowds.delete(task.id);
}

function duplicated(
  { task, seat, tick: since, seq: first }: Crowd,
  short: TaskState,
  { tick, seq }: { readonly tick: number; readonly seq: number },
): Detected {
  const seats = ascending(task.committed);
  const others = seats.filter((one) => one !== seat);
  const evidence = ascending([first, seq]);
  return {
    seats,
    task: task.id,
    evidence,
    sentence: `Agent ${seat} has joined ${agents(others)} at ${task.id} ${path(evidence)}, which takes ${task.required} and had as many, and ${bodySeconds(tick - since)} later ${short.id} has ${short.committed.size} of ${short.required}.`,
  };
}
