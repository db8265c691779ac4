/**
 * Metrics: folds over a log, their registry and pages, and aggregates over episodes. Runs in a browser as it is.
 * @module
 */
export type { AnyMetric, Column, Metric, MetricPage } from './metric.js';
export { findMetric, metricFamilies, metrics, type MetricFamily } from './registry.js';
export { columnOf, flattenMetrics, metricColumns } from './flatten.js';
export { describeMetrics, metricDescriptions, type MetricDescription } from './describe.js';
export type { PerConstraint } from './attempts/deficit.js';
export { actionOutcomes, type ActionOutcomesResult } from './folds/action-outcomes.js';
export { attemptViolations } from './folds/attempt-violations.js';
export { attempts, type AttemptsResult } from './folds/attempts.js';
export { claims, type ClaimsResult } from './folds/claims.js';
export { constraintCorrelation, type Correlated, type PairSums } from './folds/constraint-correlation.js';
export { duration, type DurationResult } from './folds/duration.js';
export { forceShare, type ForceShareResult } from './folds/force-share.js';
export { memory, type MemoryResult } from './folds/memory.js';
export { messages, type MessagesResult } from './folds/messages.js';
export { models, type ModelsResult } from './folds/models.js';
export { plans, type PlansResult } from './folds/plans.js';
export { score, type ScoreResult } from './folds/score.js';
export { thinking, type ThinkingResult } from './folds/thinking.js';
export { violations } from './folds/violations.js';
export * from './published/index.js';
export * from './process/index.js';
export * from './provenance/index.js';
export * from './communication/index.js';
export * from './interaction/index.js';
export { explainEpisode, type Explanation, type ExplanationPart } from './explain/explain-episode.js';
export { openWork, type OpenTask } from './explain/open-work.js';
export { verdict, type VerdictGrounds } from './explain/verdict.js';
export type { Interval } from './aggregate/bootstrap.js';
export { compareFamily, type FamilyDifference } from './aggregate/compare-family.js';
export { conditionKey } from './aggregate/condition-key.js';
export {
  normaliseScore,
  type NormalisedScore,
  type ReferenceScore,
  type ScoreReferences,
} from './aggregate/normalise-score.js';
export { pairedDifference, type PairedDifference } from './aggregate/paired-difference.js';
export { poolCorrelations, type PooledCorrelation } from './aggregate/pool-correlations.js';
export { isScored, samplesOf, type Sample } from './aggregate/samples.js';
export { sdInterval } from './aggregate/sd-interval.js';
export { seedsNeeded } from './aggregate/seeds-needed.js';
export { smallestPValue } from './aggregate/sign-flip-test.js';
export {
  MIN_SEEDS_FOR_INTERVAL,
  MIN_SEEDS_FOR_TEST,
  summarise,
  type Summary,
} from './aggregate/summarise.js';
export { summariseConditions, type ConditionSummary } from './aggregate/summarise-conditions.js';
export {
  valueOfCommunication,
  type RecoveredShare,
  type ValueOfCommunication,
} from './aggregate/value-of-communication.js';
export { divergenceOf, type Divergence } from './aggregate/divergence.js';
