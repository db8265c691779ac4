import type { EpisodeHeader, EventOf, EventType, QuorumEvent } from '@quorum/events';
import { actionKind } from './action-kind.js';
import {
  advanceClock,
  createSeatClock,
  readClock,
  type Instant,
  type OpenAttempt,
  type SeatClock,
  type SpentTime,
} from './seat-clock.js';

/** Event types that move a `SeatTime`. */
export const SEAT_TIME_EVENTS = [
  'activation.started',
  'activation.ended',
  'activation.stage',
  'action.assigned',
  'action.path',
  'action.ended',
  'attempt.started',
  'attempt.changed',
  'attempt.ended',
  'constraint.changed',
  'episode.ended',
] as const satisfies readonly EventType[];

/** Where the virtual time of every seat goes. */
export interface SeatTime {
  now: Instant;
  readonly clocks: readonly SeatClock[];
  readonly attempts: Map<string, OpenAttempt>;
  /** Logs of other systems have stages, but no activations. */
  hasActivations: boolean;
}

export function createSeatTime({ team }: EpisodeHeader): SeatTime {
  return {
    now: { tick: 0, time: 0 },
    clocks: team.map((_, seat) => createSeatClock(seat)),
    attempts: new Map(),
    hasActivations: false,
  };
}

/** What the time of each seat has gone to so far: whole microseconds, which add up to the time so far for each seat. */
export function readSeatTime({ now, clocks }: SeatTime): SpentTime[] {
  return clocks.map((clock) => readClock(clock, now));
}

/** Takes in an event: the `step` of all folds on a `SeatTime`, which therefore share one. */
export function stepSeatTime(state: SeatTime, event: QuorumEvent): SeatTime {
  switch (event.type) {
    case 'activation.started':
      forgetStages(state, event);
      update(state, event, startThought);
      break;
    case 'activation.ended':
      update(state, event, endThought);
      break;
    case 'activation.stage':
      update(state, event, enterStage);
      break;
    case 'action.assigned':
      update(state, event, startAction);
      break;
    case 'action.path':
      update(state, event, startStretch);
      break;
    case 'action.ended':
      update(state, event, endAction);
      break;
    case 'attempt.started': {
      const { task, required } = event;
      const attempt = { task, required, seats: [], quorumMicros: new Map() };
      state.attempts.set(task, attempt);
      setPushers(state, attempt, event.seats, event);
      break;
    }
    case 'attempt.changed': {
      const attempt = state.attempts.get(event.task);
      if (attempt !== undefined) setPushers(state, attempt, event.seats, event);
      break;
    }
    case 'attempt.ended':
      endAttempt(state, event);
      break;
    case 'constraint.changed':
      // What is required rises with every body that is pushed ahead.
      if (event.constraint !== 'temporal') return state;
      setRequired(state, event);
      break;
    case 'episode.ended':
      break;
    default:
      return state;
  }
  state.now = { tick: event.tick, time: event.time };
  return state;
}

/** From the first activation on, stages do not say who thinks: a seat in R may be waiting for its turn. */
function forgetStages(state: SeatTime, now: Instant): void {
  if (state.hasActivations) return;
  state.hasActivations = true;
  for (const clock of state.clocks) {
    advanceClock(clock, now);
    clock.mind = null;
  }
}

function update<E extends QuorumEvent & { readonly seat: number }>(
  state: SeatTime,
  event: E,
  change: (clock: SeatClock, event: E, state: SeatTime) => void,
): void {
  const clock = state.clocks[event.seat];
  if (clock === undefined) return;
  advanceClock(clock, event);
  change(clock, event, state);
}

function startThought(clock: SeatClock, { purpose }: EventOf<'activation.started'>): void {
  clock.mind = purpose === 'speak' || purpose === 'reply' ? 'talk' : 'think';
}

function endThought(clock: SeatClock): void {
  clock.mind = null;
}

function enterStage(
  clock: SeatClock,
  { stage }: EventOf<'activation.stage'>,
  { hasActivations }: SeatTime,
): void {
  clock.stage = stage;
  if (!hasActivations) clock.mind = stage === 'R' || stage === 'I' ? 'think' : null;
}

function startAction(clock: SeatClock, { action, task }: EventOf<'action.assigned'>): void {
  clock.action = action === null ? null : { kind: actionKind(action), task };
  clock.stretchMicros = 0;
}

function startStretch(clock: SeatClock): void {
  clock.stretchMicros = 0;
}

/** A walk that ends short of its goal stood before an obstacle since it last looked for a way. */
function endAction(clock: SeatClock, { outcome }: EventOf<'action.ended'>): void {
  if (clock.action?.kind === 'walk' && (outcome === 'obstructed' || outcome === 'no_path')) {
    clock.micros.walk -= clock.stretchMicros;
    clock.micros.obstructedWalk += clock.stretchMicros;
  }
  clock.action = null;
  clock.stretchMicros = 0;
}

function setPushers(
  { clocks }: SeatTime,
  attempt: OpenAttempt,
  seats: readonly number[],
  now: Instant,
): void {
  for (const seat of new Set([...attempt.seats, ...seats])) {
    const clock = clocks[seat];
    if (clock !== undefined) advanceClock(clock, now);
  }
  for (const seat of attempt.seats) {
    const clock = clocks[seat];
    if (clock?.attempt === attempt) clock.attempt = null;
  }
  attempt.seats = seats;
  for (const seat of seats) {
    const clock = clocks[seat];
    if (clock !== undefined) clock.attempt = attempt;
  }
}

function setRequired(state: SeatTime, event: EventOf<'constraint.changed'>): void {
  const attempt = state.attempts.get(event.task);
  if (attempt === undefined || attempt.required === event.required) return;
  setPushers(state, attempt, attempt.seats, event);
  attempt.required = event.required;
}

function endAttempt(state: SeatTime, event: EventOf<'attempt.ended'>): void {
  const attempt = state.attempts.get(event.task);
  if (attempt === undefined) return;
  setPushers(state, attempt, [], event);
  state.attempts.delete(event.task);
  if (!event.success) return;
  for (const [seat, micros] of attempt.quorumMicros) {
    const clock = state.clocks[seat];
    if (clock === undefined) continue;
    clock.micros.stuckPush -= micros;
    clock.micros.usefulPush += micros;
  }
}
