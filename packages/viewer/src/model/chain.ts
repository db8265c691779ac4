import type { QuorumEvent } from '@quorum/events';
import type { EpisodeModel } from './episode-model.js';

/** An event of a chain. */
export interface Link {
  readonly seq: number;
  /** How many links away it is, from 1. */
  readonly steps: number;
}

/** What an event rests on and what rests on it, directly or not; in log order. */
export interface Chain {
  readonly back: readonly Link[];
  readonly forward: readonly Link[];
}

/** Most links each way: the nearest are kept. */
export const MOST_LINKS = 40;
/** Longest chain followed. */
const MOST_STEPS = 6;

/** The chain of an event through `inputs`, both ways. */
export function chainOf({ events }: Pick<EpisodeModel, 'events'>, seq: number): Chain {
  const inputs = (each: number): readonly number[] => events[each]?.inputs ?? [];
  return { back: follow(seq, inputs), forward: follow(seq, followers(events, seq)) };
}

/** Who names an event as an input. An event's inputs lie before it, so that only what comes later matters. */
function followers(events: readonly QuorumEvent[], seq: number): (each: number) => readonly number[] {
  const found = new Map<number, number[]>();
  for (const event of events.slice(seq + 1)) {
    for (const input of event.inputs) {
      if (input < seq) continue;
      const own = found.get(input);
      if (own === undefined) found.set(input, [event.seq]);
      else own.push(event.seq);
    }
  }
  return (each) => found.get(each) ?? [];
}

/** Breadth first, so that the nearest come before the limit. */
function follow(start: number, next: (seq: number) => readonly number[]): Link[] {
  const seen = new Set([start]);
  const links: Link[] = [];
  let front = [start];
  for (let steps = 1; steps <= MOST_STEPS && front.length > 0; steps++) {
    const reached = [...new Set(front.flatMap(next))].filter((seq) => !seen.has(seq));
    for (const seq of reached) {
      seen.add(seq);
      links.push({ seq, steps });
    }
    front = reached;
  }
  return links.slice(0, MOST_LINKS).sort((a, b) => a.seq - b.seq);
}
