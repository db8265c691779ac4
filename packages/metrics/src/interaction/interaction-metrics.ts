import type { AnyMetric } from '../metric.js';
import { failures } from './failures.js';
import { interaction } from './interaction.js';

/** The Dynamic Interaction Graph and the failures that its structure shows. */
export const interactionMetrics: readonly AnyMetric[] = [interaction, failures];
