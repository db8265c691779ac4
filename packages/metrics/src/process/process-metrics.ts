import type { AnyMetric } from '../metric.js';

/** Corrected process metrics, beside each published one that misleads. */
export const processMetrics: readonly AnyMetric[] = [];
