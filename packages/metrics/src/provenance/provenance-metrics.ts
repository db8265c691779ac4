import type { AnyMetric } from '../metric.js';
import { commitments } from './commitments.js';
import { network } from './network.js';
import { requests } from './requests.js';

/** What followed from what: chains from messages to outcomes, commitments, stale beliefs. */
export const provenanceMetrics: readonly AnyMetric[] = [commitments, requests, network];
