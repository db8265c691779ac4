/**
 * Layout of `frames.bin`, shared by encoder and decoder; docs/event-log.md is its specification. All numbers are
 * unsigned and little-endian.
 */

/** `QFRM`. */
export const FRAMES_MAGIC = [0x51, 0x46, 0x52, 0x4d] as const;
export const FRAMES_VERSION = 1;
/** Magic, version (u16), reserved (u16). */
export const FILE_HEADER_BYTES = 8;

/** Length of the whole frame (u32), tick (u32), kind (u16), number of poses, removals and contacts (u16 each). */
export const FRAME_HEADER_BYTES = 16;
export const POSE_BYTES = 8;
export const REMOVAL_BYTES = 2;
export const CONTACT_BYTES = 6;

/** A frame that lists every body present. */
export const KEY_FRAME = 1;
/** A frame that lists what differs from the frame before it. */
export const DELTA_FRAME = 0;
/** Frames from one key frame to the next: five seconds. */
export const KEY_FRAME_EVERY = 100;

const MAX_U16 = 65_535;
const STEPS_PER_METER = 512;
const STEPS_PER_TURN = 65_536;
const STEPS_PER_NEWTON = 100;
const TURN = 2 * Math.PI;

/** Metres in steps of 1/512 m; what lies outside 0 … 127.998 m goes to the edge. */
export function packMeters(meters: number): number {
  return Math.min(MAX_U16, Math.max(0, Math.round(meters * STEPS_PER_METER)));
}

export function unpackMeters(steps: number): number {
  return steps / STEPS_PER_METER;
}

/** Any angle in steps of 1/65536 turn, counted from 0. */
export function packAngle(radians: number): number {
  const steps = Math.round((radians / TURN) * STEPS_PER_TURN) % STEPS_PER_TURN;
  return steps < 0 ? steps + STEPS_PER_TURN : steps;
}

/** Radians in [0, 2π). */
export function unpackAngle(steps: number): number {
  return (steps / STEPS_PER_TURN) * TURN;
}

/** Newtons in steps of 0.01 N; 655.35 N stands for all that is more. */
export function packForce(newtons: number): number {
  return Math.min(MAX_U16, Math.max(0, Math.round(newtons * STEPS_PER_NEWTON)));
}

export function unpackForce(steps: number): number {
  return steps / STEPS_PER_NEWTON;
}
