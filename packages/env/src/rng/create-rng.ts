import { QuorumError } from '@quorum/events';
import type { Rng } from './rng.js';

/** Part of a name path. Numbers are whole; the number 1 and the text '1' name different streams. */
export type RngPathPart = string | number;

const TWO_TO_32 = 4294967296;

/** Steps that spread the seed over the whole state before the first draw. */
const WARM_UP = 12;

/**
 * The generator named by `rootSeed` and `path`. The same name gives the same numbers on every machine; different names
 * give unrelated ones, so that a new consumer moves no existing draw.
 *
 * The name is written unambiguously (type and length before each part), hashed to 128 bits (cyrb128) and seeds an
 * sfc32 generator: 32-bit integer arithmetic only.
 *
 * @example createRng(42, 'layout').integer(0, 9)
 */
export function createRng(rootSeed: number, ...path: readonly RngPathPart[]): Rng {
  let name = writePart(rootSeed);
  for (const part of path) name += writePart(part);
  return new Sfc32(name);
}

function writePart(part: RngPathPart): string {
  if (typeof part === 'string') return `s${part.length}:${part}`;
  if (!Number.isSafeInteger(part)) {
    throw new QuorumError('INTERNAL', `A random stream was named by ${part}; use whole numbers and texts.`);
  }
  return `n${part};`;
}

class Sfc32 implements Rng {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(name: string) {
    let h1 = 1779033703;
    let h2 = 3144134277;
    let h3 = 1013904242;
    let h4 = 2773480762;
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      h1 = h2 ^ Math.imul(h1 ^ code, 597399067);
      h2 = h3 ^ Math.imul(h2 ^ code, 2869860233);
      h3 = h4 ^ Math.imul(h3 ^ code, 951274213);
      h4 = h1 ^ Math.imul(h4 ^ code, 2716044179);
    }
    h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
    h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
    h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
    h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
    h1 ^= h2 ^ h3 ^ h4;
    this.a = h1 | 0;
    this.b = h2 ^ h1;
    this.c = h3 ^ h1;
    this.counter = h4 ^ h1;
    for (let i = 0; i < WARM_UP; i++) this.next();
  }

  uniform(): number {
    return this.next() / TWO_TO_32;
  }

  integer(min: number, max: number): number {
    const count = max - min + 1;
    if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || count < 1 || count > TWO_TO_32) {
      throw new QuorumError('INTERNAL', `No random integer lies between ${min} and ${max}.`);
    }
    // Draws above the last full multiple of `count` would favour small results: draw again.
    const limit = TWO_TO_32 - (TWO_TO_32 % count);
    let draw = this.next();
    while (draw >= limit) draw = this.next();
    return min + (draw % count);
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new QuorumError('INTERNAL', 'Cannot pick from an empty list.');
    return items[this.integer(0, items.length - 1)] as T;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.integer(0, last);
      const held = shuffled[last] as T;
      shuffled[last] = shuffled[other] as T;
      shuffled[other] = held;
    }
    return shuffled;
  }

  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.uniform();
    return sum;
  }

  /** 32 random bits, unsigned. */
  private next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    this.c |= 0;
    return sum >>> 0;
  }
}
