import { CONSTRAINTS, type Constraint, type EventDraft } from '@quorum/events';

/** A constraint's degree, as events have it. */
export interface Degree {
  readonly count: number;
  readonly required: number;
  readonly seats: readonly number[];
}

/** What constraints of a task hold to; a constraint that is missing is not measured there. */
export type Degrees = ReadonlyMap<Constraint, Degree>;

/** Constraints of all tasks: what the states of tasks say, and what the log was told last. */
export interface ConstraintTrack {
  readonly states: Map<string, Degrees>;
  /** By task and constraint. */
  readonly told: Map<string, string>;
}

export function createConstraintTrack(): ConstraintTrack {
  return { states: new Map(), told: new Map() };
}

/**
 * The constraints of an attempt hold to the degrees of its scores. A score does not say who is counted: it is those of the
 * state of the task, or those who try, if their number is right.
 */
export function scoreAttempt(
  { states, told }: ConstraintTrack,
  task: string,
  scores: Readonly<Partial<Record<Constraint, number | undefined>>>,
  { required, seats }: { readonly required: number; readonly seats: readonly number[] },
): EventDraft[] {
  return CONSTRAINTS.flatMap((constraint) => {
    const score = scores[constraint];
    if (score === undefined) return [];
    const count = Math.round(Math.min(1, score) * required);
    const state = states.get(task)?.get(constraint);
    const isState = state?.count === count && state.required === required;
    const counted = { count, required, seats: seats.length === count ? seats : [] };
    return tell(told, task, constraint, isState ? state : counted);
  });
}

/** The step is over: what holds is the state of the task. Where it says nothing, nobody is there. */
export function settleTask({ states, told }: ConstraintTrack, task: string, required: number): EventDraft[] {
  return CONSTRAINTS.flatMap((constraint) => {
    const state = states.get(task)?.get(constraint);
    if (state !== undefined) return tell(told, task, constraint, state);
    const nobody = { count: 0, required, seats: [] };
    // That nobody holds what it depends on is another thing, which nothing says.
    return constraint === 'dependency' ? [] : tell(told, task, constraint, nobody);
  });
}

function tell(
  told: ConstraintTrack['told'],
  task: string,
  constraint: Constraint,
  { count, required, seats }: Degree,
): EventDraft[] {
  const name = `${task} ${constraint}`;
  const value = `${count}/${required}`;
  // A log is silent on tasks that nobody is at; what agents hold is unknown then.
  const before = told.get(name) ?? (constraint === 'dependency' ? 'unknown' : `0/${required}`);
  if (before === value) return [];
  told.set(name, value);
  return [{ type: 'constraint.changed', task, constraint, count, required, seats, inputs: [] }];
}
