import type { Action, ActionOutcome, Json, Purpose, Stage } from '@quorum/events';
import type { Observation, Rng, Scenario } from '@quorum/env';

/** A message as an agent receives it. */
export interface Message {
  /** `seq` of the event that sent it. */
  readonly id: number;
  readonly from: number;
  readonly text: string;
}

/** How far the seat's current plan has come. */
export interface PlanProgress {
  readonly task: string | null;
  readonly actions: readonly Action[];
  /** Actions that have succeeded. */
  readonly done: number;
}

/** How a plan of the seat ended. */
export interface PlanEnd {
  readonly task: string | null;
  readonly status: 'success' | 'failed' | 'interrupted';
  /** Outcome of its last action. */
  readonly outcome: ActionOutcome;
  /** Actions that had succeeded. */
  readonly done: number;
}

/** What a privileged agent (`central`) knows of each seat. */
export interface SeatView {
  readonly seat: number;
  readonly stage: Stage;
  readonly plan: PlanProgress | null;
  /** How the seat's plan before that ended. */
  readonly lastPlan: PlanEnd | null;
  /** What it sees, as a privileged agent would; null while it has a plan. */
  readonly observation: Observation | null;
}

/** One call of an agent, as JSON: what woke it, what for, and what it is shown. */
export interface Activation {
  /** `seq` of its `activation.started`. */
  readonly id: number;
  readonly seat: number;
  readonly purpose: Purpose;
  /** Virtual time, microseconds. */
  readonly time: number;
  readonly observation: Observation;
  /** Messages delivered and not yet shown. */
  readonly inbox: readonly Message[];
  readonly plan: PlanProgress | null;
  /** How the seat's plan before that ended; null if there was none. */
  readonly lastPlan: PlanEnd | null;
  /** Seats that the structure lets it address now. */
  readonly addressees: readonly number[];
  /** Virtual time that remains before the episode ends, microseconds. */
  readonly remainingMicros: number;
  /** Only for privileged agents: the whole team, in seat order. */
  readonly team?: readonly SeatView[];
}

/** What an agent asks its body to do. */
export interface PlanDecision {
  /** Task that the plan serves, or null. */
  readonly task: string | null;
  readonly actions: readonly Action[];
}

/** What an agent wants to say. */
export interface MessageDecision {
  readonly to: readonly number[];
  readonly text: string;
}

/** The answer to an activation, as JSON. */
export interface Decision {
  /** The agent's whole memory; given back at its next activation. */
  readonly state: Json;
  /** A new plan; it replaces the current one. */
  readonly plan?: PlanDecision;
  readonly messages?: readonly MessageDecision[];
  /** Keep the current plan. Without `plan` and `resume` the seat waits a second and is asked again. */
  readonly resume?: boolean;
}

/** What an agent may use besides its activation. */
export interface Tools {
  /** Random numbers of this seat and activation. */
  readonly rng: Rng;
}

/** A mind for one seat. It keeps nothing between calls but `state`. */
export interface Agent {
  init(seat: number): Json;
  decide(activation: Activation, state: Json, tools: Tools): Promise<Decision>;
}

/** How agents come to be: from the pure half of a scenario and their own options. */
export interface AgentFactory {
  /** Name used in suites, `greedy`. */
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever the same activations could get other decisions. */
  readonly version: number;
  readonly modelKind: 'llm' | 'stand-in' | 'scripted';
  /** Sees everything and knows all committed plans: an upper reference, never ranked. */
  readonly privileged: boolean;
  create(scenario: Scenario): Agent;
}
