import {
  LOG_FORMAT,
  runFolds,
  ticksToMicros,
  type AnyFold,
  type EpisodeHeader,
  type EventDraft,
  type QuorumEvent,
} from '@quorum/events';

type Short<E> = E extends EventDraft ? Omit<E, 'inputs'> : never;

/** A hand-written event: all but what can be filled in. */
export type TinyEvent = Short<EventDraft> & { readonly tick: number; readonly time?: number };

/** Header of a hand-written log with a team of `seats`. */
export function tinyHeader(seats = 3): EpisodeHeader {
  return {
    format: LOG_FORMAT,
    scenario: 'push-tiny-v0',
    options: {},
    seed: 1,
    repeat: 1,
    team: Array.from({ length: seats }, () => ({ agent: 'greedy', modelKind: 'scripted', options: {} })),
    structure: 'individual',
    topology: { name: 'none', options: {} },
    protocol: { name: 'independent', options: {} },
    channel: {},
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    horizonTicks: 600,
    deadlineMicros: null,
    limits: { calls: null, tokens: null },
    versions: {},
  };
}

/** Completes hand-written events: numbers them and derives the virtual time from the tick. */
export function tinyLog(events: readonly TinyEvent[]): QuorumEvent[] {
  return events.map(
    (event, seq) =>
      ({ time: ticksToMicros(event.tick), inputs: [], digest: '', ...event, seq }) as QuorumEvent,
  );
}

/** Result of one fold over hand-written events. */
export function resultOf(fold: AnyFold, events: readonly TinyEvent[], seats = 3): unknown {
  return runFolds([fold], tinyHeader(seats), tinyLog(events))[fold.name];
}
