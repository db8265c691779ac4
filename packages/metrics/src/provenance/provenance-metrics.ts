import type { AnyMetric } from '../metric.js';
import { beliefs } from './beliefs.js';
import { commitments } from './commitments.js';
import { duplicateEffort } from './duplicate-effort.js';
import { network } from './network.js';
import { requests } from './requests.js';

/** What followed from what: chains from messages to outcomes, commitments, stale beliefs. */
export const provenanceMetrics: readonly AnyMetric[] = [
  commitments,
  requests,
  beliefs,
  duplicateEffort,
  network,
];
