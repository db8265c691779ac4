import type { ActionOutcome, Purpose } from '@quorum/events';
import type { TinyEvent } from './tiny-log.js';

const SECOND = 1_000_000;

/** `second` of body time, behind a pause of `pause` seconds. */
function at(second: number, pause: number): { readonly tick: number; readonly time: number } {
  return { tick: second * 60, time: (second + pause) * SECOND };
}

/** A hand-written episode whose bodies begin to move after a pause of so many seconds; all times in seconds of body time. */
export function bodyEvents(pause: number) {
  return {
    thinks: (seat: number, purpose: Purpose = 'plan', second = -pause): TinyEvent => {
      const { time } = at(second, pause);
      return { type: 'activation.started', tick: Math.max(0, second) * 60, time, seat, purpose };
    },
    decides: (seat: number, second = 0): TinyEvent => {
      const { time } = at(second, pause);
      const tick = Math.max(0, second) * 60;
      return { type: 'activation.ended', tick, time, seat, outcome: 'decided', chargeMicros: 0 };
    },
    does: (second: number, seat: number, type: string, more: object = {}): TinyEvent => ({
      type: 'action.assigned',
      ...at(second, pause),
      seat,
      action: { type, ...more },
      task: 'a/west',
    }),
    stops: (second: number, seat: number, outcome: ActionOutcome): TinyEvent => ({
      type: 'action.ended',
      ...at(second, pause),
      seat,
      action: 'walk',
      outcome,
    }),
    looks: (second: number, seat: number): TinyEvent => ({
      type: 'action.path',
      ...at(second, pause),
      seat,
      path: [[1, 1]],
    }),
    begins: (second: number, ...seats: number[]): TinyEvent => ({
      type: 'attempt.started',
      ...at(second, pause),
      task: 'a/west',
      required: 2,
      seats,
    }),
    joins: (second: number, ...seats: number[]): TinyEvent => ({
      type: 'attempt.changed',
      ...at(second, pause),
      task: 'a/west',
      seats,
    }),
    ends: (second: number, success: boolean): TinyEvent => ({
      type: 'attempt.ended',
      ...at(second, pause),
      task: 'a/west',
      seats: [0, 1],
      success,
      moved: success ? 1 : 0,
    }),
    pushersNeeded: (second: number, required: number): TinyEvent => ({
      type: 'constraint.changed',
      ...at(second, pause),
      task: 'a/west',
      constraint: 'temporal',
      count: 2,
      required,
      seats: [0, 1],
    }),
    over: (second: number): TinyEvent => ({
      type: 'episode.ended',
      ...at(second, pause),
      status: 'horizon',
      score: 0,
      maxScore: 1,
    }),
  };
}
