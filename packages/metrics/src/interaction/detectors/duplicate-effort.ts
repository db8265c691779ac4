import type { PlanCommitted, PlanEnded } from '@quorum/events';
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
  /** Where the plan of each seat that was one too many has failed, until it plans for something else. */
  readonly failed: Map<number, Failed>;
}

interface Failed {
  readonly crowd: Crowd;
  isReported: boolean;
}

/** Agents do what others are doing already, while they are missed elsewhere. */
export const duplicateEffort: Detector<State> = {
  id: 'duplicate-effort',
  title: 'Duplicate effort',
  severity: 'warning',
  rule: 'an agent plans for a task that had as many agents as it requires when the agent looked, and `duplicateTicks` later they are still too many, or its plan has failed and it comes back for the same, while other open work lacks agents; plans made at the same time do not count',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: TIMED_EVENTS,
  canFire: needsTeam,
  init: (_header, { duplicateTicks }) => ({
    duplicateTicks,
    waiting: createAlarms(),
    crowds: new Map(),
    failed: new Map(),
  }),
  step(state, event, graph) {
    const found: Detected[] = [];
    if (event.type === 'plan.committed') {
      const joined = join(state, event, graph);
      const again = joined === null ? null : comeBack(state, joined, graph);
      if (again !== null) found.push(again);
    } else if (event.type === 'plan.ended') leave(state, event, graph);
    const { waiting, crowds } = state;
    for (let due = takeAlarm(waiting, event.tick); due !== undefined; due = takeAlarm(waiting, event.tick)) {
      const { task } = due;
      // It has dissolved, perhaps into another one with an alarm of its own.
      if (crowds.get(task.id) !== due) continue;
      crowds.delete(task.id);
      if (!isCrowded(task) || !task.committed.has(due.seat)) continue;
      const short = shortTask(graph);
      const later = `${bodySeconds(event.tick - due.tick)} later`;
      if (short !== undefined) found.push(duplicated(due, short, event.seq, later));
    }
    return found;
  },
};

const isCrowded = ({ open, committed, required }: TaskState): boolean => open && committed.size > required;

/** Watches a plan that is one too many and could know better. */
function join(
  { crowds, failed, waiting, duplicateTicks }: State,
  event: PlanCommitted,
  graph: GraphState,
): Crowd | null {
  const { seat, tick, seq, observation } = event;
  if (failed.get(seat)?.crowd.task.id !== event.task) failed.delete(seat);
  const task = graph.tasks.get(event.task ?? '');
  if (task === undefined || !isCrowded(task) || crowds.has(task.id)) return null;
  const before = [...task.committed].filter((other) => {
    return other !== seat && (graph.seats[other]?.plan?.seq ?? seq) < observation;
  });
  if (before.length < task.required) return null;
  const found = { task, seat, tick, seq };
  crowds.set(task.id, found);
  setAlarm(waiting, tick + duplicateTicks, found);
  return found;
}

/** Who comes back for the same, although it was one too many and its plan came to nothing. */
function comeBack({ failed }: State, { seat, seq }: Crowd, graph: GraphState): Detected | null {
  const before = failed.get(seat);
  const short = shortTask(graph);
  if (before === undefined || before.isReported || short === undefined) return null;
  before.isReported = true;
  return duplicated(before.crowd, short, seq, 'it has failed there and comes back while');
}

function leave({ crowds, failed }: State, { seat, status, inputs }: PlanEnded, graph: GraphState): void {
  const task = graph.tasks.get(graph.events.get(inputs[0] ?? -1)?.task ?? '');
  if (task === undefined || isCrowded(task)) return;
  const crowd = crowds.get(task.id);
  crowds.delete(task.id);
  if (crowd?.seat === seat && status === 'failed' && !failed.has(seat)) {
    failed.set(seat, { crowd, isReported: false });
  }
}

function duplicated(
  { task, seat, seq: first }: Crowd,
  short: TaskState,
  seq: number,
  then: string,
): Detected {
  const seats = ascending(task.committed);
  const others = seats.filter((one) => one !== seat);
  const evidence = ascending([first, seq]);
  return {
    seats,
    task: task.id,
    evidence,
    sentence: `Agent ${seat} has joined ${agents(others)} at ${task.id} ${path(evidence)}, which takes ${task.required} and had as many, and ${then} ${short.id} has ${short.committed.size} of ${short.required}.`,
  };
}
