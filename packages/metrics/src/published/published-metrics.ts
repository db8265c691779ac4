import type { AnyMetric } from '../metric.js';
import { publishedAttempts } from './attempts.js';
import { publishedCapability } from './capability.js';
import { publishedCoherence } from './coherence.js';
import { publishedCommunication } from './communication.js';
import { publishedConstraints } from './constraints.js';
import { publishedFailures } from './failures.js';
import { publishedFocus } from './focus.js';
import { publishedOverhead } from './overhead.js';
import { publishedPlanning } from './planning.js';
import { publishedSuccess } from './success.js';
import { publishedTable } from './table.js';

/** Published metrics (EmCoop, COOP²; arXiv 2603.00349) under their names and exact definitions, known defects included. */
export const publishedMetrics: readonly AnyMetric[] = [
  publishedOverhead,
  publishedCommunication,
  publishedPlanning,
  publishedCoherence,
  publishedCapability,
  publishedConstraints,
  publishedSuccess,
  publishedFailures,
  publishedAttempts,
  publishedTable,
  publishedFocus,
];
