import { TICKS_PER_SECOND } from '@quorum/events';

/** Body time that agents must have stood waiting for each other. No threshold of a detector. */
const STOOD_TICKS = 10 * TICKS_PER_SECOND;

/**
 * When the circle of an injected `circular-wait` closed, virtual microseconds; null if it never did: where others come to
 * help at once, nobody waits for anybody. It has closed when for ten seconds agents have stood at two tasks or more, too
 * few at each, and one of them where the fault had sent it.
 * @returns {number | null}
 */
export function circleClosed(events) {
  const sent = new Map();
  /** Agents at each task that lacks some. */
  const short = new Map();
  let since = null;
  for (const event of events) {
    if (since !== null && event.tick - since.tick >= STOOD_TICKS) return since.time;
    if (event.type === 'fault.injected') sent.set(event.seat, event.task);
    else if (event.type === 'task.closed') short.delete(event.task);
    else if (event.type === 'constraint.changed' && event.constraint === 'spatial') {
      if (event.count > 0 && event.count < event.required) short.set(event.task, event.seats);
      else short.delete(event.task);
    } else continue;
    const isCircle =
      short.size > 1 && [...short].some(([task, seats]) => seats.some((seat) => sent.get(seat) === task));
    since = isCircle ? (since ?? event) : null;
  }
  return null;
}
