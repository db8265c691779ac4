import { QuorumError } from '@quorum/events';
import { actionOutcomes } from './folds/action-outcomes.js';
import { attemptViolations } from './folds/attempt-violations.js';
import { attempts } from './folds/attempts.js';
import { claims } from './folds/claims.js';
import { constraintCorrelation } from './folds/constraint-correlation.js';
import { duration } from './folds/duration.js';
import { forceShare } from './folds/force-share.js';
import { memory } from './folds/memory.js';
import { messages } from './folds/messages.js';
import { models } from './folds/models.js';
import { plans } from './folds/plans.js';
import { repair } from './folds/repair.js';
import { score } from './folds/score.js';
import { thinking } from './folds/thinking.js';
import { violations } from './folds/violations.js';
import { communicationMetrics } from './communication/communication-metrics.js';
import { interactionMetrics } from './interaction/interaction-metrics.js';
import type { AnyMetric } from './metric.js';
import { processMetrics } from './process/process-metrics.js';
import { provenanceMetrics } from './provenance/provenance-metrics.js';
import { publishedMetrics } from './published/published-metrics.js';

/** Metrics that answer one kind of question. */
export interface MetricFamily {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  readonly metrics: readonly AnyMetric[];
}

/** Every family, in the order of tables and files. */
export const metricFamilies: readonly MetricFamily[] = [
  {
    name: 'core',
    summary: 'what the team reached, attempted, planned, said and spent',
    metrics: [
      score,
      duration,
      attempts,
      violations,
      attemptViolations,
      forceShare,
      actionOutcomes,
      plans,
      thinking,
      models,
      messages,
      claims,
      memory,
      repair,
      constraintCorrelation,
    ],
  },
  {
    name: 'published',
    summary: 'published metrics under their names and exact definitions, known defects included',
    metrics: publishedMetrics,
  },
  {
    name: 'process',
    summary: 'corrected process metrics, beside each published one that misleads',
    metrics: processMetrics,
  },
  {
    name: 'provenance',
    summary: 'what followed from what: chains, commitments, beliefs',
    metrics: provenanceMetrics,
  },
  {
    name: 'communication',
    summary: 'what messages say of their senders, and what hearers make of them',
    metrics: communicationMetrics,
  },
  {
    name: 'interaction',
    summary: 'the interaction graph and the failures that its structure shows',
    metrics: interactionMetrics,
  },
];

/** Every metric, in the order of tables and files. */
export const metrics: readonly AnyMetric[] = metricFamilies.flatMap((family) => family.metrics);

/** The metric called `name`; throws `UNKNOWN_NAME` with the known names. */
export function findMetric(name: string): AnyMetric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric !== undefined) return metric;
  throw new QuorumError('UNKNOWN_NAME', `There is no metric "${name}".`, {
    fix: `Use one of: ${metrics.map((known) => known.name).join(', ')}.`,
  });
}
