import type { Metric } from '../metric.js';
import {
  createPlanSteps,
  PLAN_STEP_EVENTS,
  plansInForce,
  stepPlans,
  type PlanSteps,
  type SteppedPlan,
} from './plan-steps.js';
import { SPECIFICATION_NOTE } from './specification.js';
import { STEP_NOTE } from './step.js';

export interface PublishedCoherenceResult {
  /** Mean over steps; null without any step that has a plan. */
  readonly coherence: number | null;
  /** Steps in which at least one agent has a plan. */
  readonly steps: number;
}

interface State {
  readonly plans: PlanSteps;
  sum: number;
  steps: number;
}

/** Published plan coherence. Definition, unit, source and a worked example: the page below. */
export const publishedCoherence: Metric<State, PublishedCoherenceResult> = {
  name: 'published-coherence',
  version: 1,
  reads: PLAN_STEP_EVENTS,
  page: {
    summary: 'Published P, coherence: how far agents have the very same plan at the same time.',
    formula:
      'Per step: the agents with a plan that covers it, from the step of `plan.committed` to that of `plan.ended`, both included, the latest one of an agent counting. f = size of the largest group with equal specification strings / number of these agents; 0 if that group is one of several agents; 1 if there is one agent only. coherence = mean of f over the steps in which some agent has a plan.',
    source: 'EmCoop (arXiv 2603.00349), planning P, coherence (radar PC).',
    notes: `${STEP_NOTE} ${SPECIFICATION_NOTE} As there, the step in which an episode ends is one of those that plans cover: 90 s have steps 0 to 90, one more than the steps of \`published-table\`, which counts those that went by. Known defects, kept: exact strings make agents on one block with different verbs incoherent, roles that complement each other count against the team, and naming the same target is all it rewards; a lone planner is perfectly coherent.`,
    example:
      'Seats 0 and 1 of three have the plan A in step 0, seat 2 has B: 2/3. In step 1 seat 1 has C instead: all differ, 0. In step 2 only seat 0 still has a plan: 1. coherence (2/3 + 0 + 1) / 3 = 0.5556, steps 3.',
  },
  columns: [
    {
      name: 'coherence',
      summary: 'share of agents with the same plan, mean over steps',
      unit: '1',
      range: '0 … 1 or null',
      value: (result) => result.coherence,
    },
    {
      name: 'steps',
      summary: 'steps in which some agent has a plan',
      unit: 'steps',
      range: '≥ 0',
      value: (result) => result.steps,
    },
  ],
  init: ({ team }) => ({ plans: createPlanSteps(team.length), sum: 0, steps: 0 }),
  step(state, event) {
    stepPlans(state.plans, event, (plans, _, count) => add(state, plans, count));
    return state;
  },
  result({ plans, sum, steps }) {
    const total = { sum, steps };
    add(total, plansInForce(plans), 1);
    return { coherence: total.steps === 0 ? null : total.sum / total.steps, steps: total.steps };
  },
};

function add(total: { sum: number; steps: number }, plans: readonly SteppedPlan[], count: number): void {
  if (plans.length === 0) return;
  total.sum += coherenceOf(plans) * count;
  total.steps += count;
}

function coherenceOf(plans: readonly SteppedPlan[]): number {
  if (plans.length === 1) return 1;
  const groups = new Map<string, number>();
  for (const { specification } of plans) groups.set(specification, (groups.get(specification) ?? 0) + 1);
  const largest = Math.max(...groups.values());
  return largest === 1 ? 0 : largest / plans.length;
}
