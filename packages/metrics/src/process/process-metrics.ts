import type { AnyMetric } from '../metric.js';
import { agentSeconds } from './agent-seconds.js';
import { blockedTime } from './blocked-time.js';
import { coherenceByTarget } from './coherence-by-target.js';
import { constraintsOverTime } from './constraints-over-time.js';
import { decisionOverhead } from './decision-overhead.js';
import { failuresByConstraint } from './failures-by-constraint.js';
import { load } from './load.js';
import { planEndings } from './plan-endings.js';

/** Corrected process metrics, beside each published one that misleads. */
export const processMetrics: readonly AnyMetric[] = [
  agentSeconds,
  decisionOverhead,
  blockedTime,
  planEndings,
  coherenceByTarget,
  constraintsOverTime,
  failuresByConstraint,
  load,
];
