import {
  LOG_FORMAT,
  ticksToMicros,
  type EpisodeHeader,
  type EventDraft,
  type QuorumEvent,
} from '@quorum/events';
import { createEpisodeModel, type EpisodeModel } from '../model/episode-model.js';

type Short<E> = E extends EventDraft ? Omit<E, 'inputs'> : never;

/** A hand-written event: all but what can be filled in. */
export type TinyEvent = Short<EventDraft> & {
  readonly tick: number;
  readonly time?: number;
  readonly inputs?: readonly number[];
};

/** Completes hand-written events: numbers them and derives the virtual time from the tick. */
export function tinyEvents(events: readonly TinyEvent[]): QuorumEvent[] {
  return events.map(
    (event, seq) =>
      ({ time: ticksToMicros(event.tick), inputs: [], digest: '', ...event, seq }) as QuorumEvent,
  );
}

/** What the page makes of a hand-written log of `seats` seats. */
export function tinyModel(events: readonly TinyEvent[], seats = 2): EpisodeModel {
  const header: EpisodeHeader = {
    format: LOG_FORMAT,
    scenario: 'push-tiny-v0',
    options: {},
    ...{ seed: 1, repeat: 1 },
    team: Array.from({ length: seats }, () => ({ agent: 'greedy', modelKind: 'scripted', options: {} })),
    structure: 'individual',
    topology: { name: 'none', options: {} },
    protocol: { name: 'independent', options: {} },
    channel: {},
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    ...{ horizonTicks: 600, deadlineMicros: null },
    limits: { calls: null, tokens: null },
    versions: {},
  };
  const model = createEpisodeModel(header);
  for (const event of tinyEvents(events)) model.push(event);
  return model;
}
