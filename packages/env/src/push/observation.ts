import type { Face } from './faces.js';

/** A face as an agent sees it. */
export type SeenFace = {
  /** Free places to push from, `[x, y]` in metres. */
  readonly positions: readonly (readonly [number, number])[];
  /** Seats seen at the face. */
  readonly seats: readonly number[];
};

/** A block as an agent sees it. */
export type SeenBlock = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Agents needed to move it, which is also its value; null when the seat does not know. */
  readonly weight: number | null;
  readonly locked: boolean;
  /** Metres its right edge is from the goal strip. */
  readonly distanceToGoal: number;
  /** Whether nothing that is seen stands between its right face and the goal. */
  readonly pathClear: boolean;
  /** Blocks seen in its way to the right, nearest first. */
  readonly blockers: readonly string[];
  readonly faces: Readonly<Record<Face, SeenFace>>;
};

/**
 * What a seat of a `push` world sees: JSON. Metres from the bottom left corner, x right, y up. Within `sightMeters`
 * everything, beyond it nothing; floor plan, clock and score board are public.
 */
export type PushObservation = {
  readonly scenario: string;
  readonly arena: { readonly width: number; readonly height: number; readonly goalX: number };
  readonly rules: { readonly sightMeters: number | null; readonly seats: number };
  readonly clock: { readonly seconds: number; readonly secondsLeft: number };
  readonly self: {
    readonly seat: number;
    readonly x: number;
    readonly y: number;
    readonly forceNewtons: number;
    readonly radius: number;
    readonly speed: number;
    readonly hasKey: boolean;
    /** Type of the action it executes, or null. */
    readonly action: string | null;
  };
  readonly teammates: readonly { readonly seat: number; readonly x: number; readonly y: number }[];
  readonly blocks: readonly SeenBlock[];
  readonly score: { readonly points: number; readonly delivered: number; readonly blocks: number };
};
