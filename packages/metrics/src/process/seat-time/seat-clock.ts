import { ticksToMicros, type Stage } from '@quorum/events';
import { ACTIVITIES, type Activity } from './activity.js';
import { recordOf } from '../micros.js';
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
  /** Time spent at a task that has too few agents, by task. */
  readonly shortMicros: Map<string, number>;
}

/** What the time of a seat has gone to. */
export type SpentTime = Pick<SeatClock, 'micros' | 'shortMicros'>;

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
    micros: recordOf(ACTIVITIES, () => 0),
    shortMicros: new Map(),
  };
}

/** Counts the time up to now for what the seat has been doing. Call before anything about it changes. */
export function advanceClock(clock: SeatClock, now: Instant): void {
  const lapse = elapsed(clock, now);
  spend(clock, clock, lapse);
  clock.at = { tick: now.tick, time: now.time };
  if (lapse.body === 'walk') clock.stretchMicros += lapse.bodyMicros;
  if (lapse.body === 'stuckPush' && clock.attempt !== null) {
    const { quorumMicros } = clock.attempt;
    quorumMicros.set(clock.seat, (quorumMicros.get(clock.seat) ?? 0) + lapse.bodyMicros);
  }
}

/** What the seat's time has gone to up to now: whole microseconds that add up to the time of `now`. */
export function readClock(clock: SeatClock, now: Instant): SpentTime {
  const spent = { micros: { ...clock.micros }, shortMicros: new Map(clock.shortMicros) };
  spend(spent, clock, elapsed(clock, now));
  return spent;
}

function spend(spent: SpentTime, { attempt, action }: SeatClock, lapse: Elapsed): void {
  const { body, bodyMicros, pause, pauseMicros } = lapse;
  spent.micros[body] += bodyMicros;
  spent.micros[pause] += pauseMicros;
  if (bodyMicros === 0 || (body !== 'underQuorumPush' && body !== 'waitForBodies')) return;
  const task = attempt?.task ?? action?.task ?? null;
  if (task !== null) spent.shortMicros.set(task, (spent.shortMicros.get(task) ?? 0) + bodyMicros);
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
