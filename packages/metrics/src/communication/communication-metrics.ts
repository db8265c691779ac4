import type { AnyMetric } from '../metric.js';
import { instantaneousCoordination } from './instantaneous-coordination.js';
import { messageCoding } from './message-coding.js';
import { speakerConsistency } from './speaker-consistency.js';

/** What messages say about their senders and do to their hearers, as information. */
export const communicationMetrics: readonly AnyMetric[] = [
  messageCoding,
  speakerConsistency,
  instantaneousCoordination,
];
