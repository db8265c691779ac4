import { CONSTRAINTS, type Constraint, type QuorumEvent } from '@quorum/events';
import type { Metric } from '../metric.js';

/** What is correlated: the four constraint scores and the measured force. */
const CORRELATED = [...CONSTRAINTS, 'force'] as const;
export type Correlated = Constraint | 'force';

/** Sums over ticks of one pair; sums of several episodes may be added up. */
export interface PairSums {
  readonly x: Correlated;
  readonly y: Correlated;
  ticks: number;
  sumX: number;
  sumY: number;
  sumXX: number;
  sumYY: number;
  sumXY: number;
}

interface TaskState {
  /** Summed up to here. */
  tick: number;
  readonly counts: Map<Constraint, number>;
  readonly values: Map<Correlated, number>;
}

interface State {
  readonly tasks: Map<string, TaskState>;
  readonly pairs: readonly PairSums[];
}

/** How constraint scores and force move together. Definition, unit, source and a worked example: the page below. */
export const constraintCorrelation: Metric<State, readonly PairSums[]> = {
  name: 'constraint-correlation',
  version: 1,
  reads: ['constraint.changed', 'constraint.force', 'task.closed', 'episode.ended'],
  page: {
    summary: 'How the four constraint scores and the measured force move together.',
    formula:
      'score = min(1, count / required), 1 where nothing is required; force = forceShare, 0 until first measured. Result for each pair: the number of ticks and the sums of x, y, x², y², x·y over them, from which Pearson r follows, also pooled over episodes. Ticks count for each task from its first event on, while some seat is committed to it, in place at it or executing its terminal action (participation, spatial or temporal above 0).',
    source: 'Quorum.',
    notes:
      'No columns: read it pooled. Leaving out tasks that nobody is at keeps their zeros from making everything correlate. r is null where one side never changes (dependency in most scenarios).',
    example:
      'Required 2. Spatial 1 and temporal 0 from tick 0, both 2 from tick 30, task closed at tick 60: 60 ticks, Σx 45, Σy 30, Σx² 37.5, Σy² 30, Σxy 30, r = 1.',
  },
  columns: [],
  init: () => ({ tasks: new Map(), pairs: allPairs() }),
  step(state, event) {
    switch (event.type) {
      case 'constraint.changed': {
        const task = taskAt(state, event.task, event);
        task.counts.set(event.constraint, event.count);
        task.values.set(
          event.constraint,
          event.required === 0 ? 1 : Math.min(1, event.count / event.required),
        );
        break;
      }
      case 'constraint.force':
        taskAt(state, event.task, event).values.set('force', event.forceShare);
        break;
      case 'task.closed':
        taskAt(state, event.task, event);
        state.tasks.delete(event.task);
        break;
      case 'episode.ended':
        for (const task of state.tasks.keys()) taskAt(state, task, event);
        break;
      default:
        break;
    }
    return state;
  },
  result: (state) => state.pairs.map((pair) => ({ ...pair })),
};

/** The task, with its time so far added to the sums. */
function taskAt(state: State, name: string, { tick }: QuorumEvent): TaskState {
  const task = state.tasks.get(name) ?? { tick, counts: new Map(), values: new Map([['force' as const, 0]]) };
  state.tasks.set(name, task);
  const ticks = tick - task.tick;
  task.tick = tick;
  if (ticks > 0 && isAttended(task)) {
    for (const pair of state.pairs) add(pair, task.values, ticks);
  }
  return task;
}

function isAttended({ counts }: TaskState): boolean {
  return (['participation', 'spatial', 'temporal'] as const).some(
    (constraint) => (counts.get(constraint) ?? 0) > 0,
  );
}

function add(pair: PairSums, values: ReadonlyMap<Correlated, number>, ticks: number): void {
  const x = values.get(pair.x);
  const y = values.get(pair.y);
  if (x === undefined || y === undefined) return;
  pair.ticks += ticks;
  pair.sumX += x * ticks;
  pair.sumY += y * ticks;
  pair.sumXX += x * x * ticks;
  pair.sumYY += y * y * ticks;
  pair.sumXY += x * y * ticks;
}

function allPairs(): PairSums[] {
  return CORRELATED.flatMap((x, i) =>
    CORRELATED.slice(i + 1).map((y) => ({
      x,
      y,
      ticks: 0,
      sumX: 0,
      sumY: 0,
      sumXX: 0,
      sumYY: 0,
      sumXY: 0,
    })),
  );
}
