import type { JsonObject, Purpose } from '@quorum/events';
import type { Graph } from '../contract/topology.js';

/** An activation, as the script sees it. */
export interface Call {
  readonly seat: number;
  readonly purpose: Purpose;
  readonly to: readonly number[];
  readonly commands: readonly number[];
  /** Virtual time, microseconds. */
  readonly time: number;
  /** Activations of the seat before this one. */
  readonly count: number;
}

/** What an agent would have decided. */
export interface Answer {
  /** It brings a new plan; activations to plan and to repair always do, to speak and to reply never. */
  readonly planned: boolean;
  /** Whom its message is for, among those it may address; nobody if it says nothing. */
  readonly sendTo: readonly number[];
}

/** All that agents, channel and world would do to a protocol. Pure. */
export interface Script {
  /** What the rehearsal is about, for problems: `3 seats, everything lost`. */
  readonly name: string;
  readonly seats: number;
  /** Options of the protocol. */
  readonly options: JsonObject;
  graph(time: number): Graph;
  thinkMicros(call: Call): number;
  answer(call: Call): Answer;
  /** When each copy of a message arrives, microseconds after it was sent; none if it is lost. */
  travelMicros(from: number, to: number, time: number): readonly number[];
  /** How long a plan lasts; null: as long as the rehearsal. */
  planMicros(seat: number, time: number): number | null;
  /** Messages of a seat in each window of virtual time; null: as many as it likes. */
  readonly budget: { readonly messages: number; readonly windowMicros: number } | null;
  /** When observers want seats to think again. */
  readonly wakes: readonly { readonly seat: number; readonly time: number }[];
  readonly untilMicros: number;
}

/** Everybody thinks for a second and always talks; messages arrive at once, plans last, and no message changes one. */
export function plainScript(seats: number, graph: Graph, options: JsonObject): Script {
  return {
    name: `${seats} seats, a plain round`,
    seats,
    options,
    graph: () => graph,
    thinkMicros: () => 1_000_000,
    answer: ({ to }) => ({ planned: false, sendTo: to }),
    travelMicros: () => [0],
    planMicros: () => null,
    budget: null,
    wakes: [],
    untilMicros: 600_000_000,
  };
}
