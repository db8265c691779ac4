import type { Action, JsonObject } from '@quorum/events';
import type { ScenarioLanguage } from './language.js';
import type { z } from 'zod';
import type { Rng } from '../rng/rng.js';
import type { PlanOutline, Proposal } from './proposal.js';
import type { Observation, Simulation, SimulationSetup, SimulationState } from './simulation.js';

/** A versioned family of worlds and everything that is special to it. One folder holds one family. */
export interface Scenario {
  /** Versioned name, `push-nine-v0`. The number rises when results could change. */
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Team sizes it can be played with. */
  readonly seats: { readonly min: number; readonly max: number };
  /** Strict schema of its options; parsing fills in the defaults. */
  readonly options: z.ZodType<JsonObject>;
  /** Strict schema of its actions. */
  readonly action: z.ZodType<Action>;
  /**
   * Refuses options that do not fit the team, before anything is built.
   * @throws QuorumError `CONFIG_INVALID` naming the option
   */
  check?(seats: number, options: JsonObject): void;
  /** Calibrated limit of body time, in seconds. */
  horizonSeconds(seats: number, options: JsonObject): number;
  /** Builds the world and emits its layout, bodies, capabilities and tasks. */
  create(setup: SimulationSetup): Simulation;
  /** Continues a saved simulation; emits nothing by itself. */
  restore(saved: SimulationState, setup: SimulationSetup): Simulation;
  /** How teams are told of the world and talk about it. */
  readonly language: ScenarioLanguage;
  /** The observation as text; says what the JSON says, no more. */
  render(observation: Observation): string;
  /** The cooperative moves open in what an agent sees, best first. Pure. */
  proposals(observation: Observation): readonly Proposal[];
  /** What remaining actions of a plan for a task come to, for telling beforehand whether plans go together. Pure. */
  outline(actions: readonly Action[], task: string): PlanOutline;
  /** A random action that the schema allows, for the `random` baseline and for exploring. */
  randomAction(observation: Observation, rng: Rng): Action;
  /** Going to where an agent with nothing to do is in nobody's way. Pure. */
  standBy(observation: Observation): Action;
  /** Doing nothing for a while. */
  idle(seconds: number): Action;
}
