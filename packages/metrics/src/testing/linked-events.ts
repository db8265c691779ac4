import type { MessageKind, Purpose } from '@quorum/events';
import type { TinyEvent } from './tiny-log.js';

/** The event, which names earlier ones (`seq`, position in the log) among its `inputs`. */
export function because(event: TinyEvent, ...inputs: number[]): TinyEvent {
  return { ...event, ...{ inputs } };
}

/** The event, at a virtual time in seconds. */
export function at(seconds: number, event: TinyEvent): TinyEvent {
  return { ...event, time: seconds * 1_000_000 };
}

/** `seat` says something of this kind about a task. */
export function says(
  seat: number,
  kind: MessageKind,
  task: string | null,
  to: readonly number[] = [1],
): TinyEvent {
  const what = { kind, text: 'words', task, claims: [], work: false, tokens: 1 };
  return { type: 'message.sent', tick: 0, seat, to, ...what };
}

/** A message of `from` reaches `seat`. */
export function reaches(seat: number, from: number, copy = 1): TinyEvent {
  return { type: 'message.delivered', tick: 0, seat, from, copy };
}

/** An activation of `seat` begins. */
export function wakes(seat: number, purpose: Purpose = 'reply'): TinyEvent {
  return { type: 'activation.started', tick: 0, seat, purpose };
}

/** An activation is shown something. */
export function sees(seat: number): TinyEvent {
  return { type: 'observation.shown', tick: 0, seat, parts: {} };
}

/** An activation of `seat` decides. */
export function decides(seat: number): TinyEvent {
  return { type: 'activation.ended', tick: 0, seat, outcome: 'decided', chargeMicros: 0 };
}

/** `seat` commits to a plan for a task. */
export function plans(seat: number, task: string | null, observation = 0): TinyEvent {
  return { type: 'plan.committed', tick: 0, seat, task, actions: [], observation };
}

/** `seats` begin to work on a task. */
export function tries(task: string, ...seats: number[]): TinyEvent {
  return { type: 'attempt.started', tick: 0, task, required: 2, seats };
}

/** They stop. */
export function stops(task: string, success: boolean, ...seats: number[]): TinyEvent {
  return { type: 'attempt.ended', tick: 0, task, seats, success, moved: success ? 1 : 0 };
}

/** A task is over. */
export function closes(task: string): TinyEvent {
  return { type: 'task.closed', tick: 0, task, outcome: 'completed' };
}
