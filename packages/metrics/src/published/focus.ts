import type { TaskOpened } from '@quorum/events';
import type { Metric } from '../metric.js';
import {
  createPlanSteps,
  PLAN_STEP_EVENTS,
  plansInForce,
  stepPlans,
  type PlanSteps,
  type SteppedPlan,
} from './plan-steps.js';
import { publishedStep, STEP_NOTE } from './step.js';

/** Step and value, only where the value changes; before the first entry it is 0. */
export type PublishedSeries = readonly (readonly [step: number, value: number])[];

export interface PublishedFocusResult {
  /** Agents whose plan targets each class of tasks. */
  readonly agents: Readonly<Record<string, PublishedSeries>>;
  /** Cumulative score. */
  readonly score: PublishedSeries;
}

type Series = (readonly [step: number, value: number])[];

interface State {
  readonly plans: PlanSteps;
  /** Class of each task. */
  readonly classes: Map<string, string>;
  readonly agents: Map<string, Series>;
  readonly score: Series;
}

/** Published focus and score series. Definition, unit, source and a worked example: the page below. */
export const publishedFocus: Metric<State, PublishedFocusResult> = {
  name: 'published-focus',
  version: 1,
  reads: [...PLAN_STEP_EVENTS, 'task.opened', 'score.changed'],
  page: {
    summary: 'Published v2 process view: what the team is after in each step, beside its score.',
    formula:
      'agents = for each class of tasks and each step, the number of agents whose plan serves a task of the class; of the plans of an agent that cover the step, from that of `plan.committed` to that of `plan.ended`, the latest one counts. score = `total` of the latest `score.changed` in or before the step. Both as pairs of step and value wherever the value changes.',
    source: 'COOP² (arXiv 2603.00349v2), process trace: focus rows and cumulative score.',
    notes: `${STEP_NOTE} The class is their weight class: \`weight N\` of the agents that a task requires; where the body of a task has a kind in its name (\`coal#17\`, imports of Crafter), that kind. No columns: series are for drawing.`,
    grows: 'changes of focus and of the score: the result lists them',
    example:
      'Seat 0 plans for a block of weight 2 from step 0 to step 1, seat 1 joins it in step 1 and stays until step 3; 2 points in step 3: agents { "weight 2": [[0, 1], [1, 2], [2, 1]] }, score [[3, 2]].',
  },
  columns: [],
  init: ({ team }) => ({
    plans: createPlanSteps(team.length),
    classes: new Map(),
    agents: new Map(),
    score: [],
  }),
  step(state, event) {
    stepPlans(state.plans, event, (plans, step) => note(state, plans, step));
    if (event.type === 'task.opened') {
      state.classes.set(event.task, classOf(event));
    } else if (event.type === 'score.changed') {
      const step = publishedStep(event.tick);
      if (state.score.at(-1)?.[0] === step) state.score.pop();
      state.score.push([step, event.total]);
    }
    return state;
  },
  result({ plans, classes, agents, score }) {
    const upToNow = new Map([...agents].map(([name, series]) => [name, [...series]]));
    note({ classes, agents: upToNow }, plansInForce(plans), plans.step);
    return { agents: Object.fromEntries(upToNow), score: [...score] };
  },
};

function note(
  { classes, agents }: Pick<State, 'classes' | 'agents'>,
  plans: readonly SteppedPlan[],
  step: number,
): void {
  const counts = new Map([...agents.keys()].map((name) => [name, 0]));
  for (const { task } of plans) {
    const name = task === null ? undefined : classes.get(task);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) {
    const series = agents.get(name) ?? [];
    agents.set(name, series);
    if ((series.at(-1)?.[1] ?? 0) !== count) series.push([step, count]);
  }
}

function classOf({ body, required }: TaskOpened): string {
  const mark = body.indexOf('#');
  return mark > 0 ? body.slice(0, mark) : `weight ${required}`;
}
