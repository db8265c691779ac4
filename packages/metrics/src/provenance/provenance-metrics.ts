import type { AnyMetric } from '../metric.js';

/** What followed from what: chains from messages to outcomes, commitments, stale beliefs. */
export const provenanceMetrics: readonly AnyMetric[] = [];
