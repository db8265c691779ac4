import { decodeFrames, seekPoints, type Frame, type SeekPoint } from '@quorum/events';
import { GrowingBytes } from './growing-bytes.js';
import { lastAtOrBefore } from './last-at-or-before.js';

/** Two frames around a moment, and how far it lies between them (0 … 1). */
export interface Moment {
  readonly before: Frame;
  readonly after: Frame;
  readonly share: number;
}

/** The frames of an episode, found by tick. Decodes a stretch when it is needed and keeps the last one. */
export class FrameTrack {
  readonly #bytes = new GrowingBytes();
  readonly #points: SeekPoint[] = [];
  #stretch: { readonly index: number; readonly frames: readonly Frame[] } | null = null;

  append(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#bytes.append(bytes);
    // Only what is new is looked through: a live episode grows every second.
    const last = this.#points.pop();
    this.#points.push(...seekPoints(this.#bytes.bytes, last));
    this.#stretch = null;
  }

  /** Null before the first frame has come. */
  at(tick: number): Moment | null {
    const index = Math.max(0, lastAtOrBefore(this.#points, tick, tickOf));
    const frames = this.#framesOf(index);
    const [first] = frames;
    if (first === undefined) return null;
    const place = Math.max(0, lastAtOrBefore(frames, tick, tickOf));
    const before = frames[place] ?? first;
    const after = frames[place + 1] ?? this.#framesFrom(index + 1) ?? before;
    const gap = after.tick - before.tick;
    const share = gap === 0 ? 0 : Math.min(1, Math.max(0, (tick - before.tick) / gap));
    return { before, after, share };
  }

  #framesOf(index: number): readonly Frame[] {
    if (this.#stretch?.index === index) return this.#stretch.frames;
    const from = this.#points[index];
    const end = this.#points[index + 1]?.tick ?? Infinity;
    const frames: Frame[] = [];
    if (from !== undefined) {
      for (const frame of decodeFrames(this.#bytes.bytes, from)) {
        if (frame.tick >= end) break;
        frames.push(frame);
      }
    }
    this.#stretch = { index, frames };
    return frames;
  }

  /** The first frame of a stretch. */
  #framesFrom(index: number): Frame | undefined {
    const from = this.#points[index];
    if (from === undefined) return undefined;
    for (const frame of decodeFrames(this.#bytes.bytes, from)) return frame;
    return undefined;
  }
}

const tickOf = ({ tick }: { readonly tick: number }): number => tick;
