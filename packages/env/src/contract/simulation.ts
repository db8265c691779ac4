import type { Action, Claim, ClaimVerdict, Emit, Frame, Json, JsonObject } from '@quorum/events';

/** What an agent may see: JSON, shaped by the scenario. */
export type Observation = JsonObject;

/** Everything of a simulation that changes, as bytes of the physics engine plus plain JSON. */
export interface SimulationState {
  /** Snapshot of the physics engine; null in worlds without one. */
  readonly engine: Uint8Array | null;
  readonly json: Json;
}

/** What a simulation is built from: with the assignments that follow, all it depends on. */
export interface SimulationSetup {
  readonly seed: number;
  readonly seats: number;
  /** Limit of body time, so that observations can say what is left. The simulation does not stop by itself. */
  readonly horizonTicks: number;
  /** Scenario options with every default filled in. */
  readonly options: JsonObject;
  /** Takes the simulation's events; returns the `seq` that `inputs` of later events refer to. */
  readonly emit: Emit;
  /** Takes a frame every `FRAME_TICKS` ticks. Listening changes nothing in the world. */
  readonly onFrame?: (frame: Frame) => void;
}

/** What a seat is told to do next. */
export interface Assignment {
  /** Null takes the current action away. */
  readonly action: Action | null;
  /** The task that the seat's plan serves: what commits the seat to it. */
  readonly task: string | null;
  /** Events that led to this assignment. */
  readonly inputs: readonly number[];
}

/**
 * One world played tick by tick: a deterministic function of its setup and its assignments.
 *
 * The world reports all that happens through `emit`; in particular each assigned action ends with exactly one
 * `action.ended`, never at the tick of its assignment.
 */
export interface Simulation {
  /** Steps done. */
  readonly tick: number;
  /** True when nothing is left to do. */
  readonly finished: boolean;
  readonly score: number;
  readonly maxScore: number;
  /** The only input. Call between ticks, in seat order. */
  assign(seat: number, assignment: Assignment): void;
  /** One tick of body time. */
  step(): void;
  /** What the seat may see now; `privileged` lifts every limit of sight and knowledge. */
  observe(seat: number, privileged?: boolean): Observation;
  /** Where a seat's body, or the body with this name, is now, metres; null when it is not in the world. */
  position(of: number | string): { readonly x: number; readonly y: number } | null;
  /**
   * How long a seat's body walks to a place, seconds, by the way that it would take now: round what stands in it, and
   * through agents only where no way leads round them; null when there is none. Looking changes nothing.
   */
  waySeconds(seat: number, to: { readonly x: number; readonly y: number }): number | null;
  /** Whether a claim holds in the world now, whoever may know it. */
  judge(claim: Claim): ClaimVerdict;
  /** Ends all open actions and attempts (the episode is over) and emits a last state hash. */
  finish(): void;
  /** Everything that changes. Legal between ticks. `Scenario.restore` continues it bit for bit. */
  save(): SimulationState;
  /** Returns engine memory. The simulation cannot be used afterwards. */
  free(): void;
}
