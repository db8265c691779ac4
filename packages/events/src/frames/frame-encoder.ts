import { QuorumError } from '../core/errors.js';
import type { Frame, FrameContact } from './frame.js';
import { FrameBodies } from './frame-bodies.js';
import {
  CONTACT_BYTES,
  DELTA_FRAME,
  FILE_HEADER_BYTES,
  FRAME_HEADER_BYTES,
  FRAMES_MAGIC,
  FRAMES_VERSION,
  KEY_FRAME,
  KEY_FRAME_EVERY,
  packAngle,
  packForce,
  packMeters,
  POSE_BYTES,
  REMOVAL_BYTES,
} from './frame-format.js';

/** Turns frames into the bytes of `frames.bin`, one at a time. */
export interface FrameEncoder {
  /**
   * The bytes of the next frame (the first frame's begin with the file header). Joined, they are the file.
   *
   * @throws QuorumError `INTERNAL` for a tick that does not rise, a body twice in a frame, a body number above 65535
   * or a number that is not finite.
   */
  push(frame: Frame): Uint8Array;
}

/** Starts a `frames.bin`. */
export function createFrameEncoder(): FrameEncoder {
  return new Encoder();
}

const MAX_U16 = 65_535;

class Encoder implements FrameEncoder {
  readonly #bodies = new FrameBodies();
  #frames = 0;
  #lastTick = -1;
  /** Scratch space for the frame in the making. */
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);

  push(frame: Frame): Uint8Array {
    if (!(frame.tick > this.#lastTick)) fail(frame, 'its tick is not later than the one before');
    if (frame.poses.length > MAX_U16 || frame.contacts.length > MAX_U16) fail(frame, 'it holds too much');
    const start = this.#frames === 0 ? FILE_HEADER_BYTES : 0;
    this.#reserve(start, frame);
    if (start > 0) this.#putFileHeader();

    const kind = this.#frames % KEY_FRAME_EVERY === 0 ? KEY_FRAME : DELTA_FRAME;
    let end = start + FRAME_HEADER_BYTES;
    const poses = this.#putPoses(frame, kind, end);
    end += poses * POSE_BYTES;
    const removals = this.#putRemovals(kind, end);
    end += removals * REMOVAL_BYTES;
    for (const contact of frame.contacts) {
      this.#putContact(frame, contact, end);
      end += CONTACT_BYTES;
    }

    this.#view.setUint32(start, end - start, true);
    this.#view.setUint32(start + 4, frame.tick, true);
    this.#view.setUint16(start + 8, kind, true);
    this.#view.setUint16(start + 10, poses, true);
    this.#view.setUint16(start + 12, removals, true);
    this.#view.setUint16(start + 14, frame.contacts.length, true);
    this.#frames += 1;
    this.#lastTick = frame.tick;
    return this.#bytes.slice(0, end);
  }

  /** Makes room for the largest frame possible now. */
  #reserve(start: number, frame: Frame): void {
    const most =
      start +
      FRAME_HEADER_BYTES +
      frame.poses.length * POSE_BYTES +
      this.#bodies.size * REMOVAL_BYTES +
      frame.contacts.length * CONTACT_BYTES;
    if (most <= this.#bytes.length) return;
    this.#bytes = new Uint8Array(2 * most);
    this.#view = new DataView(this.#bytes.buffer);
  }

  #putFileHeader(): void {
    this.#bytes.set(FRAMES_MAGIC);
    this.#view.setUint16(4, FRAMES_VERSION, true);
    this.#view.setUint16(6, 0, true);
  }

  /** Writes the poses that a reader does not know; marks every body of the frame. Returns how many were written. */
  #putPoses(frame: Frame, kind: number, offset: number): number {
    const bodies = this.#bodies;
    let count = 0;
    for (const pose of frame.poses) {
      const { body } = pose;
      if (!isBody(body)) fail(frame, `${body} is no body number`);
      if (!Number.isFinite(pose.x + pose.y + pose.angle)) fail(frame, `body ${body} is nowhere`);
      bodies.reach(body);
      if (bodies.present[body] === MARKED) fail(frame, `body ${body} is in it twice`);
      const x = packMeters(pose.x);
      const y = packMeters(pose.y);
      const angle = packAngle(pose.angle);
      const known =
        bodies.present[body] === PRESENT &&
        bodies.x[body] === x &&
        bodies.y[body] === y &&
        bodies.angle[body] === angle;
      bodies.present[body] = MARKED;
      if (known && kind === DELTA_FRAME) continue;
      bodies.x[body] = x;
      bodies.y[body] = y;
      bodies.angle[body] = angle;
      const at = offset + count * POSE_BYTES;
      this.#view.setUint16(at, body, true);
      this.#view.setUint16(at + 2, x, true);
      this.#view.setUint16(at + 4, y, true);
      this.#view.setUint16(at + 6, angle, true);
      count += 1;
    }
    return count;
  }

  /** Writes the bodies that were there and are no more; takes the marks away. Returns how many were written. */
  #putRemovals(kind: number, offset: number): number {
    const { present, size } = this.#bodies;
    let count = 0;
    for (let body = 0; body < size; body++) {
      if (present[body] === PRESENT) {
        present[body] = ABSENT;
        if (kind === KEY_FRAME) continue;
        this.#view.setUint16(offset + count * REMOVAL_BYTES, body, true);
        count += 1;
      } else if (present[body] === MARKED) {
        present[body] = PRESENT;
      }
    }
    return count;
  }

  #putContact(frame: Frame, contact: FrameContact, offset: number): void {
    const { bodyA, bodyB, force } = contact;
    if (!isBody(bodyA) || !isBody(bodyB) || !Number.isFinite(force)) {
      fail(frame, `the contact of ${bodyA} and ${bodyB} is none`);
    }
    this.#view.setUint16(offset, bodyA, true);
    this.#view.setUint16(offset + 2, bodyB, true);
    this.#view.setUint16(offset + 4, packForce(force), true);
  }
}

const ABSENT = 0;
const PRESENT = 1;
/** Present, and already seen in the frame in the making. */
const MARKED = 2;

function isBody(body: number): boolean {
  return Number.isInteger(body) && body >= 0 && body <= MAX_U16;
}

function fail(frame: Frame, problem: string): never {
  throw new QuorumError('INTERNAL', `Frame at tick ${frame.tick}: ${problem}.`);
}
