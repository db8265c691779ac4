import { QuorumError } from '../core/errors.js';
import type { QuorumEvent } from '../log/events.js';
import { eventSchema, eventSchemas } from './event-schema.js';
import { issueText } from './issue.js';

const eventTypes: ReadonlySet<string> = new Set(Object.keys(eventSchemas));

/** What is wrong with a value as the `type` of an event, in plain words; null if there is such a type. */
export function typeProblem(type: unknown): string | null {
  if (typeof type !== 'string') return 'field `type` is missing or no text';
  return eventTypes.has(type) ? null : `field \`type\`: there is no event type "${type}"`;
}

/** What is wrong with an event, in plain words; null if it fits its schema. */
export function eventProblem(value: unknown): string | null {
  const result = eventSchema.safeParse(value);
  if (result.success) return null;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return (isObject ? typeProblem((value as { type?: unknown }).type) : null) ?? issueText(result.error);
}

/**
 * Returns the value itself if it is a valid event.
 *
 * @throws QuorumError `LOG_CORRUPT` naming the field.
 */
export function parseEvent(value: unknown): QuorumEvent {
  const problem = eventProblem(value);
  if (problem === null) return value as QuorumEvent;
  throw new QuorumError('LOG_CORRUPT', `Not a valid event: ${problem}.`, {
    fix: 'docs/event-log.md lists the fields of every event type.',
  });
}
