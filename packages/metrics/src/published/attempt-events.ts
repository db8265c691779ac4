import type { Constraint } from '@quorum/events';

/** The constraints that attempt events of COOP² have a score of. */
export const SCORED = ['spatial', 'temporal', 'dependency'] as const satisfies readonly Constraint[];
export type Scored = (typeof SCORED)[number];

/** What is tried at one task in one published step. */
export interface AttemptEvent {
  readonly step: number;
  readonly required: number;
  /** Who executes the terminal action in the step. */
  readonly seats: ReadonlySet<number>;
  /** Highest score of each constraint that has one. */
  readonly scores: Readonly<Partial<Record<Scored, number>>>;
  readonly success: boolean;
}

/** What attempt events add up to. */
export interface Totals {
  count: number;
  successes: number;
  /** Sum of deficits, and of how many. */
  readonly deficits: Readonly<Record<Scored, { sum: number; count: number }>>;
}

export function noTotals(): Totals {
  const none = () => ({ sum: 0, count: 0 });
  return { count: 0, successes: 0, deficits: { spatial: none(), temporal: none(), dependency: none() } };
}

export function copyTotals({ count, successes, deficits }: Totals): Totals {
  const { spatial, temporal, dependency } = deficits;
  return {
    count,
    successes,
    deficits: { spatial: { ...spatial }, temporal: { ...temporal }, dependency: { ...dependency } },
  };
}

/** Two parts of one pair of step and task. */
export function mergeAttemptEvents(a: AttemptEvent, b: AttemptEvent): AttemptEvent {
  const scores = SCORED.flatMap((constraint) => {
    const known = [a.scores[constraint], b.scores[constraint]].filter((score) => score !== undefined);
    return known.length === 0 ? [] : [[constraint, Math.max(...known)] as const];
  });
  return {
    step: a.step,
    required: Math.max(a.required, b.required),
    seats: new Set([...a.seats, ...b.seats]),
    scores: Object.fromEntries(scores),
    success: a.success || b.success,
  };
}

/** Changes `totals`. */
export function addAttemptEvent(totals: Totals, event: AttemptEvent): void {
  totals.count += 1;
  if (event.success) totals.successes += 1;
  for (const constraint of SCORED) {
    const score = scoreOf(event, constraint);
    if (score === undefined) continue;
    totals.deficits[constraint].sum += 1 - score;
    totals.deficits[constraint].count += 1;
  }
}

/** Mean deficit of each constraint; 0 without any. */
export function violationRates({ deficits }: Totals): Record<Scored, number> {
  const rate = ({ sum, count }: { readonly sum: number; readonly count: number }): number =>
    count === 0 ? 0 : sum / count;
  return {
    spatial: rate(deficits.spatial),
    temporal: rate(deficits.temporal),
    dependency: rate(deficits.dependency),
  };
}

function scoreOf({ required, seats, scores }: AttemptEvent, constraint: Scored): number | undefined {
  const score = scores[constraint];
  if (constraint !== 'temporal' || score === undefined || required === 0) return score;
  // Published temporal counts who attempts the task in the step, together or one after the other.
  return Math.max(score, Math.min(1, seats.size / required));
}
