import type { Claim, ClaimVerdict, Json, JsonObject, Purpose, Stage } from '@quorum/events';
import type { Proposal, Rng, Scenario } from '@quorum/env';
import type { ChannelSpec } from '../channel/channel-spec.js';
import type { Outcome } from '../channel/transmit.js';
import type { SentMessage } from '../episode/episode-state.js';
import type { Decision, PlanProgress } from './agent.js';
import type { Component } from './component.js';

/** What a fault may look at. */
export interface FaultView {
  readonly scenario: Scenario;
  readonly channel: ChannelSpec;
  readonly options: JsonObject;
  /** Virtual time, microseconds. */
  readonly time: number;
  readonly tick: number;
  /** `seq` of the next event: what has happened has a lower one. */
  readonly nextSeq: number;
  /** In seat order. */
  readonly seats: readonly {
    readonly stage: Stage;
    readonly plan: PlanProgress | null;
    /** `seq` of the plan's beginning; null without one. */
    readonly planned: number | null;
  }[];
  /** The cooperative moves open to a seat now, as who sees everything would see them. */
  proposals(seat: number): readonly Proposal[];
  /** Whether a claim holds now. */
  judge(claim: Claim): ClaimVerdict;
  /** Random numbers of this fault by name path, the same at every call with the same names. */
  rng(...names: readonly (string | number)[]): Rng;
}

/** A decision that is about to take effect. */
export interface MadeDecision {
  readonly seat: number;
  readonly purpose: Purpose;
  /** `seq` of the start of its activation. */
  readonly activation: number;
  /** Seats that it may address; nobody where it may not speak. */
  readonly to: readonly number[];
  readonly decision: Decision;
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
  decision?(state: Json, made: MadeDecision, view: FaultView): Spoilt<Decision> | null;
  /** Spoils what becomes of a message; null leaves it to the channel. */
  outcomes?(
    state: Json,
    sent: { readonly message: SentMessage; readonly outcomes: readonly Outcome[] },
    view: FaultView,
  ): Spoilt<readonly Outcome[]> | null;
}
