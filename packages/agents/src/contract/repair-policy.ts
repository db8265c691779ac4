import type { ClockSpec, EventOf, Json, JsonObject } from '@quorum/events';
import type { Proposal, Scenario } from '@quorum/env';
import type { PlanProgress } from './agent.js';
import type { Component } from './component.js';

/** What was found in a comparison of plans with what their tasks will need. */
export type RepairFinding = Pick<EventOf<'repair.checked'>, 'outcome' | 'failures' | 'advice'>;

/** What a policy looks at: the team ready to go, and the world as who sees everything sees it. */
export interface RepairView {
  readonly scenario: Scenario;
  readonly options: JsonObject;
  /** Ticks of body time done. */
  readonly tick: number;
  /** In seat order; `commitment` is the `seq` of the plan, `isWaiting` means that it has yet to set off. */
  readonly seats: readonly {
    readonly plan: PlanProgress | null;
    readonly commitment: number | null;
    readonly isWaiting: boolean;
  }[];
  /** The cooperative moves open to a seat now. */
  proposals(seat: number): readonly Proposal[];
  /** How long a seat walks to a place, seconds; null when no way leads there. */
  waySeconds(seat: number, to: { readonly x: number; readonly y: number }): number | null;
}

/** What a policy makes of the plans. */
export interface RepairStep {
  readonly state: Json;
  /** What is logged; null where nothing new was compared. */
  readonly finding: RepairFinding | null;
  /** Seats that think again, in order; nobody lets the plans go ahead. */
  readonly members: readonly number[];
  /** Whether the members first say in turn, each to all others, what they will do. */
  readonly speak: boolean;
  /** What the members are told. */
  readonly notice: string;
}

/**
 * Checks plans before bodies move, and has those repaired that will not do together (COOP², arXiv 2603.00349v2). Pure:
 * it keeps nothing but its state.
 */
export interface RepairPolicy extends Component {
  /** Why it cannot be used there; null if it can. */
  refuses(clock: ClockSpec, protocol: string): string | null;
  init(): Json;
  /** Called when every seat is ready, before any body sets off; again after each repair. */
  check(state: Json, view: RepairView): RepairStep;
}
