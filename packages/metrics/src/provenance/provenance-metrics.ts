import type { AnyMetric } from '../metric.js';
import { beliefs } from './beliefs.js';
import { chains } from './chains.js';
import { commitments } from './commitments.js';
import { duplicateEffort } from './duplicate-effort.js';
import { fiveWs } from './five-ws.js';
import { network } from './network.js';
import { requests } from './requests.js';

/** What followed from what: chains from messages to outcomes, commitments, stale beliefs. */
export const provenanceMetrics: readonly AnyMetric[] = [
  chains,
  commitments,
  requests,
  beliefs,
  duplicateEffort,
  network,
  fiveWs,
];
