import type { QuorumEvent } from '@quorum/events';
import { globMatcher } from '../output/glob.js';

/** Which events of a log to show. Conditions that are left out let everything pass. */
export interface LogFilter {
  /** Event type, `*` for anything: `action.*`. */
  readonly type?: string;
  readonly seat?: number;
  /** First and last tick, both included. */
  readonly from?: number;
  readonly to?: number;
}

/** True for events that fulfil every condition. An event concerns a seat that it names as `seat` or in `seats`. */
export function eventFilter({ type, seat, from, to }: LogFilter): (event: QuorumEvent) => boolean {
  const typeMatches = type === undefined ? () => true : globMatcher(type);
  return (event) =>
    (from === undefined || event.tick >= from) &&
    (to === undefined || event.tick <= to) &&
    typeMatches(event.type) &&
    (seat === undefined || concerns(event, seat));
}

function concerns(event: QuorumEvent, seat: number): boolean {
  if ('seat' in event && event.seat === seat) return true;
  return 'seats' in event && event.seats.includes(seat);
}
