import type { Json, Purpose } from '@quorum/events';

/** What a protocol reacts to. `cause` is the `seq` of the event behind it. */
export type ProtocolEvent =
  /** A seat has no plan (at the start, or because its plan ended). */
  | { readonly kind: 'unplanned'; readonly seat: number; readonly cause: readonly number[] }
  /** A seat's decision has taken effect. */
  | {
      readonly kind: 'decided';
      readonly seat: number;
      readonly purpose: Purpose;
      readonly cause: readonly number[];
    }
  /** An observer wants a seat to think again. */
  | { readonly kind: 'woken'; readonly seat: number; readonly cause: readonly number[] }
  /** A timeout that the protocol asked for. */
  | { readonly kind: 'timeout'; readonly id: string; readonly cause: readonly number[] };

/** An activation that a protocol asks the scheduler to start now. */
export interface ActivationRequest {
  readonly seat: number;
  readonly purpose: Purpose;
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

/** The state machine of who thinks and speaks when. Pure; its state is JSON. */
export interface Protocol<S extends Json = Json> {
  readonly name: string;
  init(seats: number): S;
  step(state: S, event: ProtocolEvent): ProtocolStep<S>;
}

/** A named bundle of topology and protocol. (Channels come with talking structures.) */
export interface Structure {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever the same events could lead to other activations. */
  readonly version: number;
  /** Seats that `seat` may address. */
  addressees(seat: number, seats: number): readonly number[];
  readonly protocol: Protocol;
}
