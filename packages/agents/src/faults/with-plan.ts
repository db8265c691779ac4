import type { Proposal } from '@quorum/env';
import type { Decision, PlanDecision } from '../contract/agent.js';

/** A proposal as a plan. */
export const planOf = ({ task, actions }: Proposal): PlanDecision => ({ task, actions });

/** The decision with this plan in place of its own; null keeps the current one. What it says stays. */
export function withPlan(decision: Decision, plan: PlanDecision | null): Decision {
  const rest = { ...decision };
  delete rest.plan;
  delete rest.resume;
  return plan === null ? { ...rest, resume: true } : { ...rest, plan };
}
