import type { QuorumEvent } from '@quorum/events';
import { createLastRemark, noteRemark, type LastRemark } from './remark.js';
import { specificationOf } from './specification.js';
import { publishedStep } from './step.js';

/** A plan, as metrics that look at the team step by step see it. */
export interface SteppedPlan {
  readonly seq: number;
  readonly task: string | null;
  readonly specification: string;
  /** The last step that it covers; null while it goes on. */
  lastStep: number | null;
}

/** Which plan each seat has in each published step. Both ends of a plan cover their steps; the latest plan wins. */
export interface PlanSteps {
  /** The step in progress. */
  step: number;
  readonly bySeat: SteppedPlan[][];
  readonly remark: LastRemark;
}

/** Told of steps that are over, `count` of them with the same plans in force, from `step` on. */
export type VisitSteps = (plans: readonly SteppedPlan[], step: number, count: number) => void;

export function createPlanSteps(seats: number): PlanSteps {
  return { step: 0, bySeat: Array.from({ length: seats }, () => []), remark: createLastRemark() };
}

/** Event types that `stepPlans` takes in. */
export const PLAN_STEP_EVENTS = [
  'intervention.applied',
  'plan.committed',
  'plan.ended',
  'episode.ended',
] as const;

/** Takes in an event; tells of the steps that are over by then. */
export function stepPlans(state: PlanSteps, event: QuorumEvent, visit: VisitSteps): void {
  noteRemark(state.remark, event);
  if (event.type !== 'plan.committed' && event.type !== 'plan.ended' && event.type !== 'episode.ended')
    return;
  advance(state, publishedStep(event.tick), visit);
  if (event.type === 'plan.committed') {
    const { seq, task } = event;
    const specification = specificationOf(event, state.remark);
    state.bySeat[event.seat]?.push({ seq, task, specification, lastStep: null });
  } else if (event.type === 'plan.ended') {
    const plan = state.bySeat[event.seat]?.find(({ seq }) => event.inputs.includes(seq));
    if (plan !== undefined) plan.lastStep = state.step;
  }
}

/** The plans in force in the step in progress, in seat order. */
export function plansInForce({ bySeat }: PlanSteps): SteppedPlan[] {
  const inForce: SteppedPlan[] = [];
  for (const plans of bySeat) {
    const latest = plans.at(-1);
    if (latest !== undefined) inForce.push(latest);
  }
  return inForce;
}

function advance(state: PlanSteps, to: number, visit: VisitSteps): void {
  while (state.step < to) {
    const plans = plansInForce(state);
    const ending = state.bySeat.some((own) => own.some(({ lastStep }) => lastStep !== null));
    // Once ended plans are gone, all steps up to the event look the same.
    const count = ending ? 1 : to - state.step;
    visit(plans, state.step, count);
    state.step += count;
    if (ending) state.bySeat.forEach((own, seat) => (state.bySeat[seat] = own.filter(isOpen)));
  }
}

function isOpen({ lastStep }: SteppedPlan): boolean {
  return lastStep === null;
}
