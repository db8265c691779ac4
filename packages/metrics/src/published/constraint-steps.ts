import type { Constraint, ConstraintChanged, QuorumEvent } from '@quorum/events';
import { publishedStep } from './step.js';

/** Which way a value moved from one step to the next. */
export type Direction = 'improved' | 'worsened';

/** Told of a constraint of a task that has another value at the end of a step than at the end of the step before. */
export type VisitChange = (task: string, constraint: Constraint, direction: Direction) => void;

interface Signal {
  /** Value at the end of the latest step that is settled; null before there is one. */
  before: number | null;
  now: number;
  /** The step of `now`. */
  step: number;
}

/** Values of the constraints of all open tasks, as published metrics compare them from step to step. */
export type ConstraintSteps = Map<string, TaskSignals>;

interface TaskSignals {
  readonly openedAt: number;
  readonly signals: Map<Constraint, Signal>;
}

/** Takes in an event; tells of changes between two steps that are both over. */
export function stepConstraints(state: ConstraintSteps, event: QuorumEvent, visit: VisitChange): void {
  if (event.type === 'task.opened') {
    state.set(event.task, { openedAt: event.tick, signals: new Map() });
  } else if (event.type === 'task.closed') {
    // The step in which a task vanishes has no value of it to compare with.
    const step = publishedStep(event.tick);
    state.get(event.task)?.signals.forEach((signal, constraint) => {
      if (signal.step < step) tell(signal, event.task, constraint, visit);
    });
    state.delete(event.task);
  } else if (event.type === 'constraint.changed') {
    takeValue(state, event, visit);
  }
}

/** Tells of the changes in the steps that later events may still move. */
export function pendingChanges(state: ConstraintSteps, visit: VisitChange): void {
  for (const [task, { signals }] of state) {
    for (const [constraint, signal] of signals) tell(signal, task, constraint, visit);
  }
}

function takeValue(state: ConstraintSteps, event: ConstraintChanged, visit: VisitChange): void {
  const { task, constraint, tick } = event;
  const known = state.get(task) ?? { openedAt: -1, signals: new Map<Constraint, Signal>() };
  state.set(task, known);
  const step = publishedStep(tick);
  const now = valueOf(event);
  const signal = known.signals.get(constraint);
  if (signal === undefined) {
    const before = tick === known.openedAt ? now : unseen(constraint);
    known.signals.set(constraint, { before, now, step });
    return;
  }
  if (signal.step < step) {
    tell(signal, task, constraint, visit);
    signal.before = signal.now;
    signal.step = step;
  } else if (tick === known.openedAt) {
    signal.before = now;
  }
  signal.now = now;
}

/** Published: counts, but for participation, which is a ratio. */
function valueOf({ constraint, count, required }: ConstraintChanged): number {
  return constraint === 'participation' && required > 0 ? count / required : count;
}

/** The value before the first event: a log is silent on tasks that nobody is at. What agents hold is then unknown. */
function unseen(constraint: Constraint): number | null {
  return constraint === 'dependency' ? null : 0;
}

function tell({ before, now }: Signal, task: string, constraint: Constraint, visit: VisitChange): void {
  if (before === null || before === now) return;
  visit(task, constraint, now > before ? 'improved' : 'worsened');
}
