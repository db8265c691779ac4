import { CONSTRAINTS, TICKS_PER_SECOND, type Constraint } from '@quorum/events';
import {
  CONSTRAINT_ORDER,
  firstViolated,
  holds,
  isAttended,
  unknownConstraints,
  type TaskConstraints,
} from './constraint-state.js';
import { recordOf } from './micros.js';

/** What may hold: a constraint, or all four at once. */
export const MEASURES = [...CONSTRAINTS, 'all'] as const;
export type Measure = (typeof MEASURES)[number];

/** The constraints of one task over time. */
export interface TaskRecord {
  /** Counted up to here. */
  tick: number;
  readonly constraints: TaskConstraints;
  /** The first tick at which it was attended. */
  attendedFrom: number | null;
  attendedTicks: number;
  readonly satisfiedTicks: Record<Measure, number>;
  /** The first tick from which each held, while attended. */
  readonly satisfiedFrom: Record<Measure, number | null>;
  readonly bottleneckTicks: Record<Constraint, number>;
}

/** What a result says of one task. */
export interface TaskSummary {
  readonly task: string;
  readonly attendedSeconds: number;
  /** Body time from when it was first attended to when each first held; null if it never did. */
  readonly secondsTo: Readonly<Record<Measure, number | null>>;
  readonly bottleneck: Constraint | null;
}

/** A stretch of attended time in which nothing changed. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What held. */
  readonly satisfied: readonly Measure[];
}

export function createTaskRecord(tick: number): TaskRecord {
  return {
    tick,
    constraints: unknownConstraints(),
    attendedFrom: null,
    attendedTicks: 0,
    satisfiedTicks: recordOf(MEASURES, () => 0),
    satisfiedFrom: recordOf(MEASURES, () => null),
    bottleneckTicks: recordOf(CONSTRAINTS, () => 0),
  };
}

/** Counts the time up to `tick`; returns it if the task was attended. Call before a constraint changes. */
export function advanceRecord(record: TaskRecord, tick: number): Stretch | null {
  const { tick: from, constraints } = record;
  record.tick = tick;
  if (tick === from || !isAttended(constraints)) return null;
  record.attendedFrom ??= from;
  record.attendedTicks += tick - from;
  const held: Measure[] = CONSTRAINTS.filter((constraint) => holds(constraints, constraint));
  if (held.length === CONSTRAINTS.length) held.push('all');
  for (const measure of held) {
    record.satisfiedTicks[measure] += tick - from;
    record.satisfiedFrom[measure] ??= from;
  }
  const bottleneck = firstViolated(constraints);
  if (bottleneck !== null) record.bottleneckTicks[bottleneck] += tick - from;
  return { from, to: tick, satisfied: held };
}

export function summariseRecord(task: string, record: TaskRecord): TaskSummary {
  const { attendedFrom, attendedTicks, satisfiedFrom, bottleneckTicks } = record;
  return {
    task,
    attendedSeconds: attendedTicks / TICKS_PER_SECOND,
    secondsTo: recordOf(MEASURES, (measure) => {
      const from = satisfiedFrom[measure];
      return from === null || attendedFrom === null ? null : (from - attendedFrom) / TICKS_PER_SECOND;
    }),
    bottleneck: longestBottleneck(bottleneckTicks),
  };
}

/** The constraint that was the bottleneck for longest; of equals the one that is needed first; null if none ever was. */
export function longestBottleneck(ticks: Readonly<Record<Constraint, number>>): Constraint | null {
  const [longest] = CONSTRAINT_ORDER.toSorted((a, b) => ticks[b] - ticks[a]);
  return longest === undefined || ticks[longest] === 0 ? null : longest;
}
