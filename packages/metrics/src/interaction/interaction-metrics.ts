import type { AnyMetric } from '../metric.js';

/** The Dynamic Interaction Graph and the failures that its structure shows. */
export const interactionMetrics: readonly AnyMetric[] = [];
