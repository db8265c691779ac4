import type { JsonObject } from '@quorum/events';
import { lookUp } from '../catalog/look-up.js';
import { briefMoves, countMessages } from '../conformance/move.js';
import { Rehearsal } from '../conformance/rehearsal.js';
import { sampleView } from '../conformance/sample-view.js';
import { plainScript, type Script } from '../conformance/script.js';
import type { Graph } from '../contract/topology.js';
import { protocols } from '../protocols/protocols.js';
import { topologies } from '../topologies/topologies.js';

/** What a protocol does on a topology, in short. */
export interface Rehearsed {
  readonly moves: readonly string[];
  readonly messages: number;
}

/** A built-in topology as a graph. */
export function graphOf(topology: string, seats: number, options: JsonObject = {}): Graph {
  const part = lookUp('topology', topology, topologies);
  return part.graph(sampleView(seats, part.options.parse(options), {}));
}

/** Plays a protocol against a plain script with some changes; a broken promise is an error. */
export function rehearse(
  {
    protocol,
    topology,
    seats,
    options = {},
  }: {
    readonly protocol: string;
    readonly topology: string;
    readonly seats: number;
    /** Of the protocol. */
    readonly options?: JsonObject;
  },
  change: Partial<Script> = {},
): Rehearsed {
  const part = lookUp('protocol', protocol, protocols);
  const script = plainScript(seats, graphOf(topology, seats), part.options.parse(options));
  const { moves, faults } = new Rehearsal(part, { ...script, ...change }).run();
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return { moves: briefMoves(moves), messages: countMessages(moves) };
}

/** A script in which nothing that is said arrives. */
export const TOTAL_LOSS: Partial<Script> = { travelMicros: () => [] };
