import type { Json, JsonObject, Purpose, Stage } from '@quorum/events';
import type { Rng, Scenario } from '@quorum/env';
import type { Outcome } from '../channel/transmit.js';
import type { SentMessage } from '../episode/episode-state.js';
import type { Decision, PlanProgress } from './agent.js';
import type { Component } from './component.js';

/** What a fault may look at. */
export interface FaultView {
  readonly scenario: Scenario;
  readonly options: JsonObject;
  /** Virtual time, microseconds. */
  readonly time: number;
  readonly tick: number;
  /** In seat order. */
  readonly seats: readonly { readonly stage: Stage; readonly plan: PlanProgress | null }[];
  /** Random numbers of this fault by name path, the same at every call with the same names. */
  rng(...names: readonly (string | number)[]): Rng;
}

/** Something spoilt: what it is now, and what is logged as the ground truth. */
export interface Spoilt<T> {
  readonly state: Json;
  readonly value: T;
  /** Whose fault it is. */
  readonly seat: number;
  readonly task: string | null;
  readonly note: string;
}

/** A deliberate fault. Pure: it keeps nothing but its state. Every time it strikes, a `fault.injected` is logged. */
export interface Fault extends Component {
  /** Why it cannot strike in such a team; null if it can. */
  refuses?(seats: number, options: JsonObject): string | null;
  init(view: FaultView): Json;
  /** Spoils a decision that is about to take effect; null leaves it as it is. */
  decision?(
    state: Json,
    made: { readonly seat: number; readonly purpose: Purpose; readonly decision: Decision },
    view: FaultView,
  ): Spoilt<Decision> | null;
  /** Spoils what becomes of a message; null leaves it to the channel. */
  outcomes?(
    state: Json,
    sent: { readonly message: SentMessage; readonly outcomes: readonly Outcome[] },
    view: FaultView,
  ): Spoilt<readonly Outcome[]> | null;
}
