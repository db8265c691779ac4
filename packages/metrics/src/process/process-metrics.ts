import type { AnyMetric } from '../metric.js';
import { agentSeconds } from './agent-seconds.js';

/** Corrected process metrics, beside each published one that misleads. */
export const processMetrics: readonly AnyMetric[] = [agentSeconds];
