import type { EventType } from '@quorum/events';

/**
 * What detectors look at the time with: a state hash comes once a second of body time, the others when something
 * happens. Asking at every event would find the same, up to a second earlier, at twice the cost.
 */
export const TIMED_EVENTS: readonly EventType[] = [
  'world.hash',
  'activation.started',
  'activation.ended',
  'plan.committed',
  'plan.ended',
  'attempt.ended',
  'task.closed',
  'message.sent',
  'message.lost',
  'message.claimJudged',
  'memory.evicted',
  'intervention.applied',
  'episode.ended',
];
