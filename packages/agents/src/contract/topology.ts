import type { JsonObject } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { z } from 'zod';

/** Who may address whom. Seats never address themselves. */
export interface Graph {
  /** Seats that each seat may address, in seat order. */
  readonly out: readonly (readonly number[])[];
  /** The superior of each seat in a hierarchy, null at the top; null where there is no hierarchy. */
  readonly parents: readonly (number | null)[] | null;
}

/** What a graph may depend on. */
export interface TopologyView {
  readonly seats: number;
  readonly options: JsonObject;
  /** Virtual time, microseconds. */
  readonly time: number;
  /** Where a seat's body is, metres. */
  position(seat: number): { readonly x: number; readonly y: number };
  /** Random numbers by name path, the same at every call with the same names. */
  rng(...names: readonly (string | number)[]): Rng;
}

/**
 * What a protocol may need or contradict in a topology.
 * - `silent`: nobody can ever address anybody
 * - `hierarchical`: its graphs name superiors
 * - `local`: who may address whom depends on where bodies are
 */
export type TopologyTrait = 'silent' | 'hierarchical' | 'local';

/** The graph of who may address whom. Pure. */
export interface Topology {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever the same view could give another graph. */
  readonly version: number;
  /** Strict schema of its options; parsing fills in the defaults. */
  readonly options: z.ZodType<JsonObject>;
  /** Whether the graph changes during an episode. */
  readonly dynamic: boolean;
  /** What holds of all its graphs with these options; nothing where left out. */
  traits?(options: JsonObject): readonly TopologyTrait[];
  /** Why it cannot be built for this team; null if it can. */
  refuses?(seats: number, options: JsonObject): string | null;
  graph(view: TopologyView): Graph;
}
