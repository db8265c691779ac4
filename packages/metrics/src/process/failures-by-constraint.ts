import { CONSTRAINTS, type ActionOutcome, type Constraint } from '@quorum/events';
import { countColumn, totalCount } from '../counts.js';
import type { Column, Metric } from '../metric.js';
import {
  firstViolated,
  noteConstraint,
  unknownConstraints,
  type TaskConstraints,
} from './constraint-state.js';
import { recordOf, shareOf } from './micros.js';

/** What a failure is put down to: a constraint, or none that was measured as violated. */
export const FAILURE_TYPES = [...CONSTRAINTS, 'none'] as const;
export type FailureType = (typeof FAILURE_TYPES)[number];

/** Failures by type. */
export type FailureCounts = Readonly<Record<FailureType, number>>;

export interface FailuresByConstraintResult {
  readonly attempts: FailureCounts;
  readonly actions: FailureCounts;
  readonly plans: FailureCounts;
  /** Failed plans by outcome and type; only what occurred. */
  readonly plansByOutcome: Readonly<Record<string, Readonly<Partial<Record<FailureType, number>>>>>;
}

type Kind = 'attempts' | 'actions' | 'plans';

interface State {
  readonly tasks: Map<string, TaskConstraints>;
  /** The task that the current action and plan of each seat serve. */
  readonly actionTasks: (string | null)[];
  readonly planTasks: (string | null)[];
  readonly counts: Readonly<Record<Kind, Record<FailureType, number>>>;
  readonly plansByOutcome: Map<ActionOutcome, Map<FailureType, number>>;
}

const NOT_FAILED: readonly ActionOutcome[] = ['success', 'replaced', 'episode_ended'];

/** Which constraint failures come down to. Definition, unit, source and a worked example: the page below. */
export const failuresByConstraint: Metric<State, FailuresByConstraintResult> = {
  name: 'failures-by-constraint',
  version: 1,
  reads: [
    'action.assigned',
    'action.ended',
    'attempt.ended',
    'constraint.changed',
    'plan.committed',
    'plan.ended',
    'task.closed',
  ],
  page: {
    summary:
      'Failed attempts, actions and plans by the cooperation constraint that did not hold when they failed.',
    formula:
      'Failed: `attempt.ended` without success; `action.ended` with an outcome other than `success`, `replaced` and `episode_ended`; `plan.ended` with status failed. Type = dependency for the outcome `missing_capability`; else the first of participation, dependency, spatial, temporal of its task whose latest `constraint.changed` has count < required; none if all hold, if there is no task or if it is closed. The task of an action is that of its `action.assigned`, of a plan that of its `plan.committed`. A share is that type over all failures of the kind.',
    source:
      'Quorum. Corrects failure attribution ρ of EmCoop (arXiv 2603.00349), which presents failures by constraint but maps no reason to one; the order of constraints is ours.',
    notes:
      'The first constraint that does not hold is taken because the later ones cannot hold without it: nobody pushes at once who is not there, nobody comes who is not committed. Constraints are sampled every few ticks, so a change just before a failure may be missed. Violated when it failed is no proof of cause.',
    example:
      'A face requires 2, and 2 are committed. Seat 0 fails with `obstructed` while 1 is in place: spatial. Then both are in place and seat 1 alone pushes; the attempt fails: temporal. A plan without a task fails: none. actions {spatial 1}, attempts {temporal 1}, plans {none 1}.',
  },
  columns: (['attempts', 'actions', 'plans'] as const).flatMap(
    (kind): Column<FailuresByConstraintResult>[] => [
      countColumn(kind, kind, `${kind} that failed`, (result) => totalCount(result[kind])),
      ...FAILURE_TYPES.map((type): Column<FailuresByConstraintResult> => ({
        name: `${kind}.${type}`,
        summary: `share of them with ${type === 'none' ? 'no violated constraint' : `${type} violated first`}`,
        unit: '1',
        range: '0 … 1 or null',
        value: (result) => shareOf(result[kind][type], totalCount(result[kind])),
      })),
    ],
  ),
  init: ({ team }) => ({
    tasks: new Map(),
    actionTasks: team.map(() => null),
    planTasks: team.map(() => null),
    counts: {
      attempts: recordOf(FAILURE_TYPES, () => 0),
      actions: recordOf(FAILURE_TYPES, () => 0),
      plans: recordOf(FAILURE_TYPES, () => 0),
    },
    plansByOutcome: new Map(),
  }),
  step(state, event) {
    switch (event.type) {
      case 'constraint.changed': {
        const task = state.tasks.get(event.task) ?? unknownConstraints();
        state.tasks.set(event.task, task);
        noteConstraint(task, event);
        break;
      }
      case 'task.closed':
        state.tasks.delete(event.task);
        break;
      case 'action.assigned':
        state.actionTasks[event.seat] = event.task;
        break;
      case 'plan.committed':
        state.planTasks[event.seat] = event.task;
        break;
      case 'attempt.ended':
        if (!event.success) state.counts.attempts[typeOf(state, event.task)] += 1;
        break;
      case 'action.ended':
        if (NOT_FAILED.includes(event.outcome)) break;
        state.counts.actions[typeOf(state, state.actionTasks[event.seat] ?? null, event.outcome)] += 1;
        break;
      case 'plan.ended': {
        if (event.status !== 'failed') break;
        const type = typeOf(state, state.planTasks[event.seat] ?? null, event.outcome);
        state.counts.plans[type] += 1;
        const row = state.plansByOutcome.get(event.outcome) ?? new Map<FailureType, number>();
        state.plansByOutcome.set(event.outcome, row);
        row.set(type, (row.get(type) ?? 0) + 1);
        break;
      }
      default:
        break;
    }
    return state;
  },
  result: ({ counts, plansByOutcome }) => ({
    attempts: { ...counts.attempts },
    actions: { ...counts.actions },
    plans: { ...counts.plans },
    plansByOutcome: Object.fromEntries(
      [...plansByOutcome].map(([outcome, types]) => [outcome, Object.fromEntries(types)]),
    ),
  }),
};

function typeOf({ tasks }: State, task: string | null, outcome?: ActionOutcome): FailureType {
  if (outcome === 'missing_capability') return 'dependency' satisfies Constraint;
  const constraints = task === null ? undefined : tasks.get(task);
  return constraints === undefined ? 'none' : (firstViolated(constraints) ?? 'none');
}
