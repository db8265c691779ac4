import { QuorumError } from '../core/errors.js';
import type { Frame, FrameContact, FramePose } from './frame.js';
import { FrameBodies } from './frame-bodies.js';
import {
  CONTACT_BYTES,
  DELTA_FRAME,
  FILE_HEADER_BYTES,
  FRAME_HEADER_BYTES,
  FRAMES_MAGIC,
  FRAMES_VERSION,
  KEY_FRAME,
  POSE_BYTES,
  REMOVAL_BYTES,
  unpackAngle,
  unpackForce,
  unpackMeters,
} from './frame-format.js';

/** A place in `frames.bin` from which frames can be decoded. */
export interface SeekPoint {
  readonly tick: number;
  readonly byteOffset: number;
}

/**
 * The frames of a `frames.bin`, poses in the order of body numbers. A file that is cut off gives all its whole frames.
 *
 * @param from a point of `seekPoints`, to begin in the middle.
 * @throws QuorumError `LOG_CORRUPT` for bytes that are not frames of this version.
 */
export function* decodeFrames(bytes: Uint8Array, from?: SeekPoint): Generator<Frame, void> {
  const bodies = new FrameBodies();
  for (const part of frameParts(bytes, from?.byteOffset)) {
    yield decodeFrame(part, bodies);
  }
}

/**
 * Where decoding can begin: every key frame, in rising order of ticks.
 *
 * @param from a point found before, to look from there on in a file that has grown; it is found again.
 */
export function seekPoints(bytes: Uint8Array, from?: SeekPoint): SeekPoint[] {
  const points: SeekPoint[] = [];
  for (const { kind, tick, byteOffset } of frameParts(bytes, from?.byteOffset)) {
    if (kind === KEY_FRAME) points.push({ tick, byteOffset });
  }
  return points;
}

/** The frame shown at `tick`: the last one that is not later; null before the first. */
export function frameAt(bytes: Uint8Array, points: readonly SeekPoint[], tick: number): Frame | null {
  let low = 0;
  let high = points.length;
  // The number of points not later than `tick`, by bisection.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.tick ?? Infinity) <= tick) low = middle + 1;
    else high = middle;
  }
  const from = points[low - 1];
  if (from === undefined) return null;
  let found: Frame | null = null;
  for (const frame of decodeFrames(bytes, from)) {
    if (frame.tick > tick) break;
    found = frame;
  }
  return found;
}

/** One frame as it lies in the file. */
interface FramePart {
  readonly view: DataView;
  readonly byteOffset: number;
  readonly kind: number;
  readonly tick: number;
  readonly poses: number;
  readonly removals: number;
  readonly contacts: number;
}

/** Steps from frame to frame, checking that lengths, kinds and ticks fit. */
function* frameParts(bytes: Uint8Array, from?: number): Generator<FramePart, void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkFileHeader(view);
  let byteOffset = from ?? FILE_HEADER_BYTES;
  let lastTick = -1;
  while (byteOffset + FRAME_HEADER_BYTES <= view.byteLength) {
    const length = view.getUint32(byteOffset, true);
    const tick = view.getUint32(byteOffset + 4, true);
    const kind = view.getUint16(byteOffset + 8, true);
    const poses = view.getUint16(byteOffset + 10, true);
    const removals = view.getUint16(byteOffset + 12, true);
    const contacts = view.getUint16(byteOffset + 14, true);
    const expected =
      FRAME_HEADER_BYTES + poses * POSE_BYTES + removals * REMOVAL_BYTES + contacts * CONTACT_BYTES;
    if (length !== expected) corrupt(byteOffset, 'its length does not fit its contents');
    if (kind !== KEY_FRAME && (kind !== DELTA_FRAME || lastTick < 0)) {
      corrupt(byteOffset, 'it is no key frame where one should be');
    }
    if (tick <= lastTick) corrupt(byteOffset, 'its tick is not later than the one before');
    if (byteOffset + length > view.byteLength) return;
    yield { view, byteOffset, kind, tick, poses, removals, contacts };
    byteOffset += length;
    lastTick = tick;
  }
}

function checkFileHeader(view: DataView): void {
  const magicFits = FRAMES_MAGIC.every((byte, i) => i >= view.byteLength || view.getUint8(i) === byte);
  if (!magicFits) {
    throw new QuorumError('LOG_CORRUPT', 'Not a frames file: it does not begin with QFRM.', {
      fix: 'Name the frames.bin of an episode.',
    });
  }
  if (view.byteLength < FILE_HEADER_BYTES) return;
  const version = view.getUint16(4, true);
  if (version !== FRAMES_VERSION || view.getUint16(6, true) !== 0) {
    throw new QuorumError(
      'LOG_CORRUPT',
      `The frames have format ${version}; this version of Quorum reads format ${FRAMES_VERSION}.`,
      { fix: 'Read them with the version of Quorum that wrote them, or compute them anew from the log.' },
    );
  }
}

/** Applies a frame to what the frames before it left and returns the whole picture. */
function decodeFrame(part: FramePart, bodies: FrameBodies): Frame {
  const { view } = part;
  let at = part.byteOffset + FRAME_HEADER_BYTES;
  if (part.kind === KEY_FRAME) bodies.present.fill(0);
  for (let i = 0; i < part.poses; i++, at += POSE_BYTES) {
    const body = view.getUint16(at, true);
    bodies.reach(body);
    bodies.present[body] = 1;
    bodies.x[body] = view.getUint16(at + 2, true);
    bodies.y[body] = view.getUint16(at + 4, true);
    bodies.angle[body] = view.getUint16(at + 6, true);
  }
  for (let i = 0; i < part.removals; i++, at += REMOVAL_BYTES) {
    const body = view.getUint16(at, true);
    if (bodies.present[body] !== 1) corrupt(part.byteOffset, `it removes body ${body}, which is not there`);
    bodies.present[body] = 0;
  }
  const contacts: FrameContact[] = [];
  for (let i = 0; i < part.contacts; i++, at += CONTACT_BYTES) {
    contacts.push({
      bodyA: view.getUint16(at, true),
      bodyB: view.getUint16(at + 2, true),
      force: unpackForce(view.getUint16(at + 4, true)),
    });
  }
  return { tick: part.tick, poses: presentPoses(bodies), contacts };
}

function presentPoses({ present, x, y, angle, size }: FrameBodies): FramePose[] {
  const poses: FramePose[] = [];
  for (let body = 0; body < size; body++) {
    if (present[body] !== 1) continue;
    poses.push({
      body,
      x: unpackMeters(x[body] ?? 0),
      y: unpackMeters(y[body] ?? 0),
      angle: unpackAngle(angle[body] ?? 0),
    });
  }
  return poses;
}

function corrupt(byteOffset: number, problem: string): never {
  throw new QuorumError('LOG_CORRUPT', `Bad frame at byte ${byteOffset}: ${problem}.`, {
    fix: 'Take the file from an undamaged copy, or compute it anew from the log.',
  });
}
