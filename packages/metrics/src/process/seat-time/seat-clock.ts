import { ticksToMicros, type Stage } from '@quorum/events';
import { ACTIVITIES, type Activity } from './activity.js';
import type { ActionKind } from './action-kind.js';

/** A moment in both times. */
export interface Instant {
  readonly tick: number;
  /** Virtual time, microseconds. */
  readonly time: number;
}

/** An attempt under way. */
export interface OpenAttempt {
  readonly task: string;
  required: number;
  /** Seats that execute the terminal action now. */
  seats: readonly number[];
  /** Time spent with enough agents, by seat: useful if the attempt succeeds. */
  readonly quorumMicros: Map<number, number>;
}

/** What one seat is doing, and what its time has gone to. */
export interface SeatClock {
  readonly seat: number;
  /** Counted up to here. */
  at: Instant;
  /** What its mind is asked for, if it is being asked. */
  mind: 'think' | 'talk' | null;
  stage: Stage | null;
  action: { readonly kind: ActionKind; readonly task: string | null } | null;
  attempt: OpenAttempt | null;
  /** Time walked since the latest way was planned. */
  stretchMicros: number;
  readonly micros: Record<Activity, number>;
}

/** Time that passes while a seat does the same: first what its body did, then what held the world up. */
interface Elapsed {
  readonly body: Activity;
  readonly bodyMicros: number;
  readonly pause: Activity;
  readonly pauseMicros: number;
}

export function createSeatClock(seat: number): SeatClock {
  return {
    seat,
    at: { tick: 0, time: 0 },
    mind: null,
    stage: null,
    action: null,
    attempt: null,
    stretchMicros: 0,
    micros: Object.fromEntries(ACTIVITIES.map((activity) => [activity, 0])) as Record<Activity, number>,
  };
}

/** Counts the time up to now for what the seat has been doing. Call before anything about it changes. */
export function advanceClock(clock: SeatClock, now: Instant): void {
  const { body, bodyMicros, pause, pauseMicros } = elapsed(clock, now);
  clock.at = { tick: now.tick, time: now.time };
  clock.micros[body] += bodyMicros;
  clock.micros[pause] += pauseMicros;
  if (body === 'walk') clock.stretchMicros += bodyMicros;
  if (body === 'stuckPush' && clock.attempt !== null) {
    const { quorumMicros } = clock.attempt;
    quorumMicros.set(clock.seat, (quorumMicros.get(clock.seat) ?? 0) + bodyMicros);
  }
}

/** What the seat's time has gone to up to now: whole microseconds that add up to the time of `now`. */
export function readClock(clock: SeatClock, now: Instant): Record<Activity, number> {
  const { body, bodyMicros, pause, pauseMicros } = elapsed(clock, now);
  const micros = { ...clock.micros };
  micros[body] += bodyMicros;
  micros[pause] += pauseMicros;
  return micros;
}

function elapsed(clock: SeatClock, { tick, time }: Instant): Elapsed {
  const { at } = clock;
  const micros = time - at.time;
  const bodyMicros = Math.min(micros, ticksToMicros(tick) - ticksToMicros(at.tick));
  return {
    body: bodyActivity(clock),
    bodyMicros,
    pause: clock.mind ?? 'waitForMinds',
    pauseMicros: micros - bodyMicros,
  };
}

/** While the world moves, what the body does counts first; behind that, what the mind does. */
function bodyActivity({ mind, stage, action, attempt }: SeatClock): Activity {
  // Enough agents: whether it was of use shows when the attempt ends.
  if (attempt !== null) return attempt.seats.length < attempt.required ? 'underQuorumPush' : 'stuckPush';
  if (action !== null && action.kind !== 'stand') return action.kind;
  if (mind !== null) return mind;
  if (action === null) return stage === 'R' ? 'waitForMinds' : 'unplanned';
  return action.task === null ? 'unplanned' : 'stand';
}
