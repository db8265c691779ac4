import { TICKS_PER_SECOND } from '@quorum/events';

/** Ticks after which at least `micros` of body time have passed. */
export function microsToTicks(micros: number): number {
  return Math.ceil((micros * TICKS_PER_SECOND) / 1_000_000);
}
