import type { AnyMetric } from '../metric.js';

/** Published metrics (EmCoop, COOP²; arXiv 2603.00349) under their names and exact definitions, known defects included. */
export const publishedMetrics: readonly AnyMetric[] = [];
