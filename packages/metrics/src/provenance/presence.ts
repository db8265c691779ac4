import type { QuorumEvent } from '@quorum/events';

/** Who is at which task: executing its terminal action, or in place with a plan for it. */
export interface Presence {
  /** The task of each seat's latest plan. */
  readonly plans: (string | null)[];
  /** Seats in an attempt, by task. */
  readonly attempting: Map<string, readonly number[]>;
  /** Seats counted in place (`spatial`), by task. */
  readonly inPlace: Map<string, readonly number[]>;
}

export function createPresence(seats: number): Presence {
  return { plans: Array.from({ length: seats }, () => null), attempting: new Map(), inPlace: new Map() };
}

/** Event types that `notePresence` takes in. */
export const PRESENCE_EVENTS = [
  'plan.committed',
  'attempt.started',
  'attempt.changed',
  'attempt.ended',
  'constraint.changed',
] as const;

/** Takes in an event; tells of each seat that it shows at a task, again and again while it stays. */
export function notePresence(
  presence: Presence,
  event: QuorumEvent,
  visit: (seat: number, task: string) => void,
): void {
  if (event.type === 'plan.committed') {
    presence.plans[event.seat] = event.task;
    if (event.task !== null && isPresent(presence, event.seat, event.task)) visit(event.seat, event.task);
  } else if (event.type === 'attempt.started' || event.type === 'attempt.changed') {
    presence.attempting.set(event.task, event.seats);
    for (const seat of event.seats) visit(seat, event.task);
  } else if (event.type === 'attempt.ended') {
    presence.attempting.delete(event.task);
  } else if (event.type === 'constraint.changed' && event.constraint === 'spatial') {
    if (event.seats.length === 0) presence.inPlace.delete(event.task);
    else presence.inPlace.set(event.task, event.seats);
    for (const seat of event.seats) {
      // Agents on their way elsewhere pass through, too.
      if (presence.plans[seat] === event.task) visit(seat, event.task);
    }
  }
}

/** Whether the seat is at the task now. */
export function isPresent({ plans, attempting, inPlace }: Presence, seat: number, task: string): boolean {
  if (attempting.get(task)?.includes(seat) === true) return true;
  return plans[seat] === task && inPlace.get(task)?.includes(seat) === true;
}
