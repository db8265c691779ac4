/** Physics steps per second of body time. One tick is 1/60 s. */
export const TICKS_PER_SECOND = 60;

/** Body time of `ticks` in whole virtual microseconds (rounded down; exact at each full second). */
export function ticksToMicros(ticks: number): number {
  return Math.floor((ticks * 1_000_000) / TICKS_PER_SECOND);
}

/** Ticks that cover `seconds` of body time (rounded to the nearest tick). */
export function secondsToTicks(seconds: number): number {
  return Math.round(seconds * TICKS_PER_SECOND);
}
