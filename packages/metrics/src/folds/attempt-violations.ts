import {
  constraintColumns,
  deficitFold,
  type DeficitState,
  type PerConstraint,
} from '../attempts/deficit.js';
import type { Metric } from '../metric.js';

/** Constraint deficits, every attempt weighing the same. Definition, unit, source and a worked example: the page below. */
export const attemptViolations: Metric<DeficitState, PerConstraint> = {
  name: 'attempt-violations',
  version: 1,
  page: {
    summary: 'How far each cooperation constraint is from holding, every attempt weighing the same.',
    formula:
      'Within one attempt: mean deficit by time, as in `violations`. Result per constraint = mean of these over the attempts in which it was known for at least a tick.',
    source:
      'COOP² (arXiv 2603.00349v2), constraint violation rates of attempt events; one value per attempt.',
    notes:
      'The published definition takes one snapshot per environment step. A continuous world has no such step, so an attempt is the whole interval and its snapshot is its mean over time. Many short failed attempts weigh more here than in `violations`; the other deviations are the same.',
    example:
      'Two attempts on a face that requires 2: 60 ticks with temporal 2 of 2, then 20 ticks with 1 of 2: (0 + 0.5) / 2 = 0.25 (`violations` says 0.5 · 20 / 80 = 0.125).',
  },
  columns: constraintColumns((constraint) => `mean ${constraint} deficit of attempts, by attempt`),
  ...deficitFold('byAttempt'),
};
