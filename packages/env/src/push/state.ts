import type { FrameContact, Json } from '@quorum/events';
import type { LoggedTask } from '../simulation/constraint-book.js';
import type { OpenAttempt } from '../simulation/attempt-book.js';
import type { BodyRecord } from '../physics/physics-world.js';
import type { PushAction } from './actions.js';

/** A block as the scenario sees it. Its body number is the number of seats plus its index. */
export interface BlockState {
  readonly id: string;
  readonly weight: number;
  readonly side: number;
  /** Whether the capability `key` is needed to move it. */
  readonly needsKey: boolean;
  /** Held in place until a seat with a key pushes it. */
  locked: boolean;
  /** Out of the world, in the goal. */
  delivered: boolean;
}

/** What a seat is doing. Its body number is the seat number. */
export interface SeatState {
  action: PushAction | null;
  /** Task of the current plan: what the seat is committed to. */
  task: string | null;
  /** `seq` of the current assignment. */
  assigned: number;
  /** The controller's memory; null before its first tick. */
  memory: Json;
}

/** Everything of a `push` world that changes, apart from the physics engine. Plain JSON. */
export interface PushState {
  tick: number;
  score: number;
  readonly bodies: readonly BodyRecord[];
  readonly blocks: BlockState[];
  readonly seats: SeatState[];
  /** A push has begun or ended since attempts were looked at: only then can they change. */
  pushersChanged: boolean;
  /** Contact forces of the last measured tick. */
  contacts: readonly FrameContact[];
  readonly attempts: OpenAttempt[];
  readonly constraints: LoggedTask[];
}
