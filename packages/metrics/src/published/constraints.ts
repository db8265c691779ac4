import { CONSTRAINTS, type Constraint } from '@quorum/events';
import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';
import {
  pendingChanges,
  stepConstraints,
  type ConstraintSteps,
  type Direction,
  type VisitChange,
} from './constraint-steps.js';
import { STEP_NOTE } from './step.js';

/** Unique tasks that a constraint moved for, and its progress ratio. */
export interface ConstraintProgress {
  readonly improved: number;
  readonly worsened: number;
  /** improved / (improved + worsened); 0.5 if both are 0. */
  readonly ratio: number;
}

export interface PublishedConstraintsResult {
  readonly progress: Readonly<Record<Constraint, ConstraintProgress>>;
  /** C⁺ and C⁻: unique tasks with any improvement, and with any worsening. */
  readonly improved: number;
  readonly worsened: number;
}

type Tasks = Readonly<Record<Direction, Readonly<Record<Constraint, Set<string>>>>>;

interface State {
  readonly constraints: ConstraintSteps;
  readonly tasks: Tasks;
}

/** Published constraint progress C. Definition, unit, source and a worked example: the page below. */
export const publishedConstraints: Metric<State, PublishedConstraintsResult> = {
  name: 'published-constraints',
  version: 1,
  reads: ['task.opened', 'task.closed', 'constraint.changed'],
  page: {
    summary: 'Published C, constraint progress: for how many tasks a constraint ever came closer or slipped.',
    formula:
      'Value of a constraint in a step = its count (participation: count / required) at the end of the step. It improved for a task if the value is higher than in the step before, worsened if it is lower. imp_c and wor_c = numbers of different tasks for which this ever happened. C_c ratio = imp_c / (imp_c + wor_c), 0.5 if both are 0. C⁺ and C⁻ = numbers of different tasks with any improvement and with any worsening.',
    source: 'EmCoop (arXiv 2603.00349), cooperative constraints C (radar SP, TM, DP, PT).',
    notes: `${STEP_NOTE} A log says nothing of tasks that nobody is at: before its first value a constraint is 0 (dependency: unknown), unless there is a value at the very tick in which the task opens. Changes in the step that closes a task have nothing to compare with and do not count, as there. Participation is committed seats over required ones here, agents in place over required ones there. Known defects, kept: each rise is followed by a fall, so that the temporal ratio is about 0.5 by construction; how often or how long a constraint holds does not matter; their released CUBE saves another object than the formula reads, so that its ratios are always 0.5 and C⁺, C⁻ 0.`,
    example:
      'Task a opens with spatial 0; it is 1 at the end of step 1, 2 of step 2 and 0 of step 3. Task b opens with spatial 0, has 1 at the end of step 2 and closes in step 4, after a fall to 0 in that step. imp 2, wor 1: spatial ratio 2/3 = 0.6667, C⁺ 2, C⁻ 1, the other ratios 0.5.',
  },
  columns: [
    ...CONSTRAINTS.map((constraint) => ({
      name: `${constraint}.ratio`,
      summary: `C ratio of ${constraint}`,
      unit: '1',
      range: '0 … 1',
      value: ({ progress }: PublishedConstraintsResult) => progress[constraint].ratio,
    })),
    ...CONSTRAINTS.flatMap((constraint) =>
      (['improved', 'worsened'] as const).map((direction) =>
        countColumn(
          `${constraint}.${direction}`,
          'tasks',
          `tasks whose ${constraint} ever ${direction}`,
          ({ progress }: PublishedConstraintsResult) => progress[constraint][direction],
        ),
      ),
    ),
    countColumn('improved', 'tasks', 'C⁺: tasks with any improvement', ({ improved }) => improved),
    countColumn('worsened', 'tasks', 'C⁻: tasks with any worsening', ({ worsened }) => worsened),
  ],
  init: () => ({ constraints: new Map(), tasks: emptyTasks() }),
  step(state, event) {
    stepConstraints(state.constraints, event, adder(state.tasks));
    return state;
  },
  result({ constraints, tasks }) {
    const all = emptyTasks();
    const add = adder(all);
    for (const direction of ['improved', 'worsened'] as const) {
      for (const constraint of CONSTRAINTS) {
        for (const task of tasks[direction][constraint]) add(task, constraint, direction);
      }
    }
    pendingChanges(constraints, add);
    return {
      progress: perConstraint((constraint) =>
        progressOf(all.improved[constraint].size, all.worsened[constraint].size),
      ),
      improved: union(all.improved),
      worsened: union(all.worsened),
    };
  },
};

function progressOf(improved: number, worsened: number): ConstraintProgress {
  const moved = improved + worsened;
  return { improved, worsened, ratio: moved === 0 ? 0.5 : improved / moved };
}

function adder(tasks: Tasks): VisitChange {
  return (task, constraint, direction) => tasks[direction][constraint].add(task);
}

function union(sets: Tasks[Direction]): number {
  return new Set(CONSTRAINTS.flatMap((constraint) => [...sets[constraint]])).size;
}

function emptyTasks(): Tasks {
  return { improved: perConstraint(() => new Set()), worsened: perConstraint(() => new Set()) };
}

function perConstraint<T>(make: (constraint: Constraint) => T): Record<Constraint, T> {
  return Object.fromEntries(CONSTRAINTS.map((constraint) => [constraint, make(constraint)])) as Record<
    Constraint,
    T
  >;
}
