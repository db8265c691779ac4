import { lastAtOrBefore } from './last-at-or-before.js';

/**
 * Which tick belongs to a virtual time. Both are known at each event; between two of them, body time passes last: a
 * world that waits for thoughts stands still before it moves on.
 */
export class BodyClock {
  readonly #marks: { readonly time: number; readonly tick: number }[] = [];

  push({ time, tick }: { readonly time: number; readonly tick: number }): void {
    const last = this.#marks.at(-1);
    if (last?.time === time && last.tick === tick) return;
    this.#marks.push({ time, tick });
  }

  /** Ticks, with fractions, at a virtual time in microseconds. */
  tickAt(time: number): number {
    const index = lastAtOrBefore(this.#marks, time, (mark) => mark.time);
    const before = this.#marks[index];
    if (before === undefined) return 0;
    const after = this.#marks[index + 1];
    if (after === undefined) return before.tick;
    const toGo = ((after.time - time) * 60) / 1e6;
    return Math.max(before.tick, after.tick - toGo);
  }
}
