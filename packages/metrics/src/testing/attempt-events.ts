import type { Constraint } from '@quorum/events';
import type { TinyEvent } from './tiny-log.js';

/** `seats[0]` begins to push; 2 are required. */
export function started(tick: number, task = 'a/west'): TinyEvent {
  return { type: 'attempt.started', tick, task, required: 2, seats: [0] };
}

/** The last agent stopped. */
export function ended(tick: number, task = 'a/west'): TinyEvent {
  return { type: 'attempt.ended', tick, task, seats: [0], success: false, moved: 0 };
}

/** `count` of `required` on the default task. */
export function sample(
  tick: number,
  constraint: Constraint,
  count: number,
  required = 2,
  task = 'a/west',
): TinyEvent {
  return { type: 'constraint.changed', tick, task, constraint, count, required, seats: [] };
}

/** Force on the default task. */
export function force(tick: number, share: number, task = 'a/west'): TinyEvent {
  return { type: 'constraint.force', tick, task, forceShare: share };
}
