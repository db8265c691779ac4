import type { Purpose } from '@quorum/events';
import type { ProtocolEvent } from '../contract/protocol.js';
import { seatList } from '../topologies/graphs.js';

/** What protocols keep about a seat: what lies on its desk. Events that it has to deal with are kept by their `seq`. */
export type Desk = {
  /** Activated, and its decision has not taken effect yet. */
  thinking: boolean;
  /** Why it has to make a plan; null while it has one. */
  open: readonly number[] | null;
  /** Messages that have arrived since its last activation began; null if none. */
  unread: readonly number[] | null;
  /** Why an observer wants it to think again; null if none does. */
  woken: readonly number[] | null;
};

/** A desk with nothing on it. */
export const EMPTY_DESK: Desk = { thinking: false, open: null, unread: null, woken: null };

/** One desk for each seat. */
export function emptyDesks(seats: number): Desk[] {
  return seatList(seats).map(() => ({ ...EMPTY_DESK }));
}

/** Puts on its seat's desk what an event brings. A new plan settles whatever called for one. */
export function receive(desks: readonly Desk[], event: ProtocolEvent): void {
  if (event.kind === 'timeout') return;
  const desk = desks[event.seat];
  if (desk === undefined) return;
  if (event.kind === 'unplanned') {
    desk.open = event.cause;
  } else if (event.kind === 'woken') {
    desk.woken = event.cause;
  } else if (event.kind === 'delivered') {
    desk.unread = [...(desk.unread ?? []), ...event.cause];
  } else {
    desk.thinking = false;
    if (event.planned) Object.assign(desk, { open: null, woken: null });
  }
}

/** Clears the desk for an activation: it is shown all that has arrived. */
export function occupy(desk: Desk, purpose: Purpose): void {
  desk.thinking = true;
  desk.unread = null;
  if (purpose === 'repair') desk.woken = null;
}

/** What an activation follows from: what its seat has to deal with, and the event that lets it do so now. */
export function causes({ open, woken }: Desk, event: ProtocolEvent): number[] {
  return [...new Set([...(open ?? woken ?? []), ...event.cause])].toSorted((a, b) => a - b);
}
