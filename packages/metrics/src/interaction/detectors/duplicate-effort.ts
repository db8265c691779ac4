import type { GraphState, TaskState } from '../graph/graph-state.js';
import { createAlarms, setAlarm, takeAlarm, type Alarms } from './alarms.js';
import type { Detected, Detector } from './detector.js';
import { needsTeam } from './needs.js';
import { Agents, are, ascending, bodySeconds, path } from './say.js';
import { TIMED_EVENTS } from './timed-events.js';

/** More seats than needed at one task. */
interface Crowd {
  readonly task: TaskState;
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
  rule: 'for `duplicateTicks` more agents have a plan for a task than it requires, while others at another open task lack agents',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: TIMED_EVENTS,
  canFire: needsTeam,
  init: (_header, { duplicateTicks }) => ({ duplicateTicks, waiting: createAlarms(), crowds: new Map() }),
  step(state, event, graph) {
    if (event.type === 'plan.committed' || event.type === 'plan.ended') {
      const plan = graph.nodeOf.get(event.seq);
      if (plan?.kind === 'plan') crowd(state, graph.tasks.get(plan.task ?? ''), event);
    }
    const found: Detected[] = [];
    const { waiting, crowds } = state;
    for (let due = takeAlarm(waiting, event.tick); due !== undefined; due = takeAlarm(waiting, event.tick)) {
      const { task } = due;
      // It has dissolved, perhaps into another one with an alarm of its own.
      if (crowds.get(task.id) !== due) continue;
      crowds.delete(task.id);
      if (!isCrowded(task)) continue;
      const short = shortTask(graph, task);
      if (short !== null) found.push(duplicated(due, short, event));
    }
    return found;
  },
};

const isCrowded = ({ open, committed, required }: TaskState): boolean => open && committed.size > required;

function crowd(
  { crowds, waiting, duplicateTicks }: State,
  task: TaskState | undefined,
  { tick, seq }: { readonly tick: number; readonly seq: number },
): void {
  if (task === undefined) return;
  if (!isCrowded(task)) {
    crowds.delete(task.id);
    return;
  }
  if (crowds.has(task.id)) return;
  const found = { task, tick, seq };
  crowds.set(task.id, found);
  setAlarm(waiting, tick + duplicateTicks, found);
}

/** A task that somebody is at who lacks others. */
function shortTask({ seats, tasks }: GraphState, crowded: TaskState): TaskState | null {
  for (const { plan } of seats) {
    const task = tasks.get(plan?.task ?? '');
    if (task === undefined || task === crowded || !task.open) continue;
    if (task.committed.size < task.required) return task;
  }
  return null;
}

function duplicated(
  { task, tick: since, seq: first }: Crowd,
  short: TaskState,
  { tick, seq }: { readonly tick: number; readonly seq: number },
): Detected {
  const seats = ascending(task.committed);
  const evidence = ascending([first, seq]);
  return {
    seats,
    task: task.id,
    evidence,
    sentence: `${Agents(seats)} ${are(seats)} at ${task.id} for ${bodySeconds(tick - since)} ${path(evidence)}, which takes ${task.required}, while ${short.id} has ${short.committed.size} of ${short.required}.`,
  };
}
