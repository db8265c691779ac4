import type { AnyMetric } from '../metric.js';

/** What messages say about their senders and do to their hearers, as information. */
export const communicationMetrics: readonly AnyMetric[] = [];
