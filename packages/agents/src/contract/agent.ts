import type {
  Action,
  ActionOutcome,
  EvictionReason,
  Json,
  JsonObject,
  ModelKind,
  Purpose,
  Stage,
} from '@quorum/events';
import type { Observation, Rng, Scenario } from '@quorum/env';
import type { z } from 'zod';
import type { Message, MessageDecision, TalkView } from './message.js';
import type { ModelTool } from './model.js';

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
  /** Its place in the structure, and what it may say to whom now. */
  readonly talk: TalkView;
  /** Virtual time that remains before the episode ends, microseconds. */
  readonly remainingMicros: number;
  /** Why it is to plan anew: shown from when it is said up to the next `plan` or `repair`; null otherwise. */
  readonly notice: string | null;
  /** Seats that it plans for besides its own; filled only for the one mind of a `solo` team. */
  readonly commands: readonly number[];
  /**
   * The whole team, in seat order: for privileged agents with full view, for the one mind of a `solo` team with what
   * each seat itself sees. Absent for all others.
   */
  readonly team?: readonly SeatView[];
}

/** What an agent asks its body to do. */
export interface PlanDecision {
  /** Task that the plan serves, or null. */
  readonly task: string | null;
  readonly actions: readonly Action[];
}

/** A plan that one mind makes for another seat. */
export interface SeatPlanDecision extends PlanDecision {
  readonly seat: number;
}

/** Something that an agent no longer remembers. */
export interface Eviction {
  readonly what: 'message' | 'plan';
  readonly reason: EvictionReason;
  /** `id` of the messages received; `id` of the activations that sent the own messages or made the plans. */
  readonly ids: readonly number[];
}

/** The answer to an activation, as JSON. */
export interface Decision {
  /** The agent's whole memory; given back at its next activation. */
  readonly state: Json;
  /** A new plan; it replaces the current one. Left aside where only words were asked for (`speak`, `reply`). */
  readonly plan?: PlanDecision;
  readonly messages?: readonly MessageDecision[];
  /** Keep the current plan. Without `plan` and `resume` the seat waits a second and is asked again. */
  readonly resume?: boolean;
  /** Plans for the seats in `activation.commands`. */
  readonly plans?: readonly SeatPlanDecision[];
  /** What made a sensible decision impossible (a model that twice answered out of format, say); the seat waits. */
  readonly problem?: string;
  /** What it no longer remembers. */
  readonly evicted?: readonly Eviction[];
}

/** What an agent may use besides its activation. */
export interface Tools {
  /** Random numbers of this seat and activation. */
  readonly rng: Rng;
  /** The model of this seat; calling it without one (option `model`) throws. */
  readonly model: ModelTool;
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
  /** Strict schema of its options; parsing fills in the defaults. An agent that calls a model has the option `model`. */
  readonly options: z.ZodType<JsonObject>;
  /** What thinks for it with these options. */
  modelKind(options: JsonObject): ModelKind;
  /** Versions of further parts (prompts, say) that can move its decisions, `{ 'prompt.chat': '1' }`. */
  versions?(options: JsonObject): Readonly<Record<string, string>>;
  /** Sees everything and knows all committed plans: an upper reference, never ranked. */
  readonly privileged: boolean;
  /** Never talks and never heeds what is said: how its team could talk is no condition of its own. */
  readonly silent?: boolean;
  create(scenario: Scenario, options: JsonObject): Agent;
}
