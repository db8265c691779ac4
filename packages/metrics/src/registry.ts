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
import { score } from './folds/score.js';
import { thinking } from './folds/thinking.js';
import { violations } from './folds/violations.js';
import type { AnyMetric } from './metric.js';

/** Every metric, in the order of tables and files. */
export const metrics: readonly AnyMetric[] = [
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
  constraintCorrelation,
];

/** The metric called `name`; throws `UNKNOWN_NAME` with the known names. */
export function findMetric(name: string): AnyMetric {
  const metric = metrics.find((candidate) => candidate.name === name);
  if (metric !== undefined) return metric;
  throw new QuorumError('UNKNOWN_NAME', `There is no metric "${name}".`, {
    fix: `Use one of: ${metrics.map((known) => known.name).join(', ')}.`,
  });
}
