export { processMetrics } from './process-metrics.js';
export {
  AGENT_SECOND_NAMES,
  AGENT_SECOND_PARTS,
  agentSeconds,
  type AgentMicros,
  type AgentSecondPart,
  type AgentSecondsResult,
} from './agent-seconds.js';
export {
  BLOCK_CAUSES,
  blockedTime,
  type BlockCause,
  type BlockedMicros,
  type BlockedTimeResult,
} from './blocked-time.js';
export { decisionOverhead, type DecisionMicros, type DecisionOverheadResult } from './decision-overhead.js';
export {
  FAILURE_TYPES,
  failuresByConstraint,
  type FailureCounts,
  type FailuresByConstraintResult,
  type FailureType,
} from './failures-by-constraint.js';
export { PLAN_ENDINGS, planEndings, type PlanEnding, type PlanEndingsResult } from './plan-endings.js';
export { coherenceByTarget, type CoherenceByTargetResult } from './coherence-by-target.js';
export { constraintsOverTime, type ConstraintsOverTimeResult } from './constraints-over-time.js';
export type { CappedSeries } from './capped-series.js';
export type { PlanFit } from './plan-fit.js';
export type { Measure, TaskSummary } from './task-record.js';
export { load, type LoadResult, type SeatLoad } from './load.js';
