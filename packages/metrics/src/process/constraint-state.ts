import { CONSTRAINTS, type Constraint, type ConstraintChanged } from '@quorum/events';

/** The order in which a task needs its constraints to hold: who is for it, who can do it, who is there, who does it now. */
export const CONSTRAINT_ORDER = [
  'participation',
  'dependency',
  'spatial',
  'temporal',
] as const satisfies readonly Constraint[];

/** What is known of the constraints of a task. */
export type TaskConstraints = Record<Constraint, Measured | null>;

interface Measured {
  readonly count: number;
  readonly required: number;
}

export function unknownConstraints(): TaskConstraints {
  return { participation: null, spatial: null, temporal: null, dependency: null };
}

export function noteConstraint(
  task: TaskConstraints,
  { constraint, count, required }: ConstraintChanged,
): void {
  task[constraint] = { count, required };
}

/** Whether a constraint holds; one that was never measured does not. */
export function holds(task: TaskConstraints, constraint: Constraint): boolean {
  const measured = task[constraint];
  return measured !== null && measured.count >= measured.required;
}

/** The first constraint in `CONSTRAINT_ORDER` that is known not to hold; null if there is none. */
export function firstViolated(task: TaskConstraints): Constraint | null {
  return CONSTRAINT_ORDER.find((constraint) => task[constraint] !== null && !holds(task, constraint)) ?? null;
}

/** Whether some seat is committed to the task, in place at it or executing its terminal action. */
export function isAttended(task: TaskConstraints): boolean {
  return CONSTRAINTS.some((constraint) => constraint !== 'dependency' && (task[constraint]?.count ?? 0) > 0);
}
