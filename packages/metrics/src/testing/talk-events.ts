import { runFolds, type AnyFold, type MessageKind } from '@quorum/events';
import { tinyHeader, tinyLog, type TinyEvent } from './tiny-log.js';

/** A task becomes possible. */
export function opened(task: string): TinyEvent {
  return { type: 'task.opened', tick: 0, task, body: 'a', required: 1, value: 1 };
}

/** Seat 0 says something of this kind about a task. */
export function said(kind: MessageKind, task: string | null, to: readonly number[] = [1]): TinyEvent {
  return {
    type: 'message.sent',
    tick: 0,
    seat: 0,
    to,
    kind,
    text: 'words',
    task,
    claims: [],
    work: true,
    tokens: 1,
  };
}

/** The latest message of seat 0 reaches `seat`. */
export function heard(seat = 1, copy = 1): TinyEvent {
  return { type: 'message.delivered', tick: 0, seat, from: 0, copy };
}

/** Seat 0 asks seat 1 for something, which hears it, looks, and then does something else or the same. */
export function exchange(asked: string, done: string): TinyEvent[] {
  return [
    said('request', asked),
    heard(),
    { type: 'observation.shown', tick: 0, seat: 1, parts: {} },
    { type: 'plan.committed', tick: 0, seat: 1, task: done, actions: [], observation: 0 },
  ];
}

/** Result of one fold over hand-written events, where arrivals name the latest message and plans rest on the latest observation. */
export function talkResultOf(fold: AnyFold, events: readonly TinyEvent[], form = 'typed'): unknown {
  let message = -1;
  let observation = 0;
  const log = tinyLog(events).map((event, seq) => {
    if (event.type === 'message.sent') message = seq;
    if (event.type === 'observation.shown') observation = seq;
    if (event.type === 'plan.committed') return { ...event, observation };
    return event.type === 'message.delivered' ? { ...event, inputs: [message] } : event;
  });
  return runFolds([fold], { ...tinyHeader(3), channel: { form } }, log)[fold.name];
}
