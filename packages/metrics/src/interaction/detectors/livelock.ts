import type { PlanEnded } from '@quorum/events';
import type { GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { ascending, bodySeconds, path } from './say.js';

/** Plans of one seat for one task that came to nothing, in a row. */
interface Failures {
  readonly since: number;
  readonly seqs: number[];
  outcome: PlanEnded['outcome'];
}

interface State {
  readonly cycles: number;
  /** By seat and task. */
  readonly failures: readonly Map<string, Failures>[];
}

/** The same is tried again and again. */
export const livelock: Detector<State> = {
  id: 'livelock',
  title: 'Livelock',
  severity: 'failure',
  rule: "`cycles` plans of one agent for one task fail, and in between no plan of the agent succeeds and nobody's attempt at the task does",
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: ['plan.ended', 'attempt.ended', 'task.closed'],
  canFire: () => true,
  init: ({ team }, { cycles }) => ({
    cycles,
    failures: team.map(() => new Map<string, Failures>()),
  }),
  step(state, event, graph) {
    if (event.type === 'attempt.ended') {
      if (event.success) forget(state, event.task);
    } else if (event.type === 'task.closed') {
      forget(state, event.task);
    } else if (event.type === 'plan.ended') {
      return endPlan(state, event, graph);
    }
    return NOTHING;
  },
};

const NOTHING: readonly Detected[] = [];

function forget({ failures }: State, task: string): void {
  for (const ofSeat of failures) ofSeat.delete(task);
}

function endPlan({ failures, cycles }: State, event: PlanEnded, graph: GraphState): readonly Detected[] {
  const { seat, status, outcome, tick, seq } = event;
  const ofSeat = failures[seat];
  if (ofSeat === undefined || status === 'interrupted') return NOTHING;
  const task = graph.events.get(event.inputs[0] ?? -1)?.task ?? null;
  if (task === null) return NOTHING;
  if (status === 'success') {
    ofSeat.clear();
    return NOTHING;
  }
  const row = ofSeat.get(task) ?? { since: tick, seqs: [], outcome };
  row.outcome = outcome;
  ofSeat.set(task, row);
  // Beyond the limit it is the same failure going on.
  if (row.seqs.length >= cycles) return NOTHING;
  row.seqs.push(seq);
  if (row.seqs.length < cycles) return NOTHING;
  const evidence = ascending(row.seqs);
  return [
    {
      seats: [seat],
      task,
      evidence,
      sentence: `Agent ${seat} has tried ${task} ${cycles} times within ${bodySeconds(tick - row.since)} ${path(evidence)}, and each time it came to nothing (last: ${outcome}).`,
    },
  ];
}
