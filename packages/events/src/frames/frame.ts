/** Ticks between frames: 20 frames per second of body time. */
export const FRAME_TICKS = 3;

/** Pose of one body at one tick. */
export interface FramePose {
  /** Number of bodies added to the world before this one. */
  readonly body: number;
  readonly x: number;
  readonly y: number;
  /** Radians, counter-clockwise from +x: where an agent faces. */
  readonly angle: number;
}

/** Contact force between two bodies, newtons. */
export interface FrameContact {
  readonly bodyA: number;
  readonly bodyB: number;
  readonly force: number;
}

/** What a viewer draws: poses of all present bodies and the contacts between them. */
export interface Frame {
  readonly tick: number;
  readonly poses: readonly FramePose[];
  readonly contacts: readonly FrameContact[];
}
