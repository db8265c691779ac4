import type { PlanEnded } from '@quorum/events';
import type { GraphState } from '../graph/graph-state.js';
import { giveUp, type GivenUp, type Swap, type Vain } from './changed-places.js';
import type { Detected, Detector } from './detector.js';
import { Agents, ascending, bodySeconds, path } from './say.js';

/** Plans of one seat for one task that came to nothing, in a row. */
interface Row {
  readonly since: number;
  readonly vain: Vain[];
}

interface State {
  readonly cycles: number;
  /** By seat and task. */
  readonly rows: readonly Map<string, Row>[];
  /** The last attempt that each seat took part in: `seq`. */
  readonly worked: number[];
  readonly given: GivenUp;
  /** Seats that have been found changing places, until they get something done. */
  readonly swapped: Set<number>;
}

/** The same is tried again and again. */
export const livelock: Detector<State> = {
  id: 'livelock',
  title: 'Livelock',
  severity: 'failure',
  rule: "`cycles` plans of one agent for one task fail, or end without having worked at it, and in between no plan of the agent succeeds and nobody's attempt at the task does; or two agents change places: each comes to where the other was before and gives up there as the other has, in opposite order, and in between neither gets anything done, nor anybody at these tasks",
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: ['plan.ended', 'attempt.started', 'attempt.changed', 'attempt.ended', 'task.closed'],
  canFire: () => true,
  init: ({ team }, { cycles }) => ({
    cycles,
    rows: team.map(() => new Map<string, Row>()),
    worked: team.map(() => -1),
    given: team.map(() => new Map<string, Vain>()),
    swapped: new Set(),
  }),
  step(state, event, graph) {
    switch (event.type) {
      case 'attempt.started':
      case 'attempt.changed':
        for (const seat of event.seats) state.worked[seat] = event.seq;
        return NOTHING;
      case 'attempt.ended':
        if (event.success) progress(state, event.task, event.seats);
        return NOTHING;
      case 'task.closed':
        progress(state, event.task, NOBODY);
        return NOTHING;
      case 'plan.ended':
        return endPlan(state, event, graph);
      default:
        return NOTHING;
    }
  },
};

const NOTHING: readonly Detected[] = [];

const NOBODY: readonly number[] = [];

function progress({ rows, given, swapped }: State, task: string, seats: readonly number[]): void {
  for (const ofSeat of rows) ofSeat.delete(task);
  for (const ofSeat of given) ofSeat.delete(task);
  for (const seat of seats) {
    given[seat]?.clear();
    swapped.delete(seat);
  }
}

function endPlan(state: State, event: PlanEnded, graph: GraphState): readonly Detected[] {
  const { seat, status, seq } = event;
  const [plan = -1] = event.inputs;
  const task = graph.events.get(plan)?.task ?? null;
  const ofSeat = state.rows[seat];
  if (ofSeat === undefined || task === null || status === 'interrupted') return NOTHING;
  if (status === 'success' && (state.worked[seat] ?? -1) > plan) {
    ofSeat.clear();
    return NOTHING;
  }
  const found: Detected[] = [];
  const tried = tryAgain(ofSeat, event, { task, plan }, state.cycles);
  if (tried !== null) found.push(tried);
  const swap = giveUp(state.given, seat, task, { plan, end: seq });
  if (swap !== null && !swap.seats.every((one) => state.swapped.has(one))) {
    for (const one of swap.seats) state.swapped.add(one);
    found.push(changedPlaces(swap));
  }
  return found;
}

function tryAgain(
  rows: Map<string, Row>,
  { seat, seq, tick, outcome }: PlanEnded,
  { task, plan }: { readonly task: string; readonly plan: number },
  cycles: number,
): Detected | null {
  const row = rows.get(task) ?? { since: tick, vain: [] };
  rows.set(task, row);
  // Beyond the limit it is the same failure going on.
  if (row.vain.length >= cycles) return null;
  row.vain.push({ plan, end: seq });
  if (row.vain.length < cycles) return null;
  const evidence = ascending(row.vain.flatMap((one) => [one.plan, one.end]));
  return {
    seats: [seat],
    task,
    evidence,
    sentence: `Agent ${seat} has tried ${task} ${cycles} times within ${bodySeconds(tick - row.since)} ${path(evidence)}, and each time it came to nothing (last: ${outcome}).`,
  };
}

function changedPlaces({ seats, tasks: [first, second], evidence }: Swap): Detected {
  const both = ascending(seats);
  const [one, other] = seats;
  const chain = ascending(evidence);
  return {
    seats: both,
    task: second,
    evidence: chain,
    sentence: `${Agents(both)} change places ${path(chain)}: agent ${one} has given up ${first} and then ${second}, agent ${other} ${second} and then ${first}, and neither has got anything done in between.`,
  };
}
