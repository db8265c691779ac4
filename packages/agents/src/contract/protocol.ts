import type { Json, JsonObject, Purpose, Stage } from '@quorum/events';
import type { z } from 'zod';
import type { ChannelSpec } from '../channel/channel-spec.js';
import type { Graph, Topology } from './topology.js';

/** What a protocol reacts to. `cause` is the `seq` of the event behind it. */
export type ProtocolEvent =
  /** A seat has no plan (at the start, or because its plan ended). */
  | { readonly kind: 'unplanned'; readonly seat: number; readonly cause: readonly number[] }
  /** A seat's decision has taken effect. */
  | {
      readonly kind: 'decided';
      readonly seat: number;
      readonly purpose: Purpose;
      /** It brought a new plan for the seat (waiting for want of a better one counts). */
      readonly planned: boolean;
      /** Seats that messages of the decision were sent to, in seat order; lost ones count, refused ones do not. */
      readonly sentTo: readonly number[];
      readonly cause: readonly number[];
    }
  /** A message has arrived. */
  | {
      readonly kind: 'delivered';
      readonly seat: number;
      readonly from: number;
      /** Purpose of the activation that sent it. */
      readonly sentFor: Purpose;
      readonly work: boolean;
      readonly cause: readonly number[];
    }
  /** An observer wants a seat to think again. */
  | { readonly kind: 'woken'; readonly seat: number; readonly cause: readonly number[] }
  /** A timeout that the protocol asked for. */
  | { readonly kind: 'timeout'; readonly id: string; readonly cause: readonly number[] };

/** What a protocol may look at: the team as it is when it reacts. */
export interface ProtocolView {
  /** The graph as it is now. */
  readonly graph: Graph;
  /** In seat order. */
  readonly seats: readonly {
    readonly stage: Stage;
    /** It has been activated and its decision has not taken effect yet. It must not be activated again before. */
    readonly thinking: boolean;
    /** It has a plan. */
    readonly planned: boolean;
  }[];
}

/** An activation that a protocol asks the scheduler to start now. */
export interface ActivationRequest {
  readonly seat: number;
  readonly purpose: Purpose;
  /** Seats that it may address; nobody where left out. Must be neighbours in the graph. */
  readonly to?: readonly number[];
  /** Seats without a plan that it plans for besides its own. */
  readonly commands?: readonly number[];
  readonly cause: readonly number[];
}

/** A wait with an end in virtual time. Every wait has one, so that loss cannot deadlock a team. */
export interface TimeoutRequest {
  readonly id: string;
  readonly afterMicros: number;
}

/** One transition of a protocol. */
export interface ProtocolStep<S extends Json> {
  readonly state: S;
  readonly activations: readonly ActivationRequest[];
  readonly timeouts: readonly TimeoutRequest[];
}

/** What a protocol is begun with. */
export interface ProtocolSetup {
  readonly seats: number;
  readonly options: JsonObject;
  /** The graph at the start. */
  readonly graph: Graph;
}

/** The state machine of who thinks and speaks when. Pure; its state is JSON. */
export interface Protocol<S extends Json = Json> {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever the same events could lead to other activations. */
  readonly version: number;
  /** Strict schema of its options; parsing fills in the defaults. */
  readonly options: z.ZodType<JsonObject>;
  /** Why it contradicts a topology or channel; null if they go together. */
  refuses(topology: Topology, channel: ChannelSpec, topologyOptions: JsonObject): string | null;
  /** Whether every seat sees what only a full view shows: the control condition of shared observation. */
  sharesObservation?(options: JsonObject): boolean;
  /** Role of each seat, for prompts and for addressing by role. */
  roles(setup: ProtocolSetup): readonly string[];
  init(setup: ProtocolSetup): S;
  step(state: S, event: ProtocolEvent, view: ProtocolView, setup: ProtocolSetup): ProtocolStep<S>;
}
