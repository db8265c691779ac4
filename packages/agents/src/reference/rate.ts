import type { Proposal } from '@quorum/env';

/** Metres that are added to every way, so that a move at hand is not infinitely good. */
const OVERHEAD_METERS = 1;

/** Points per metre of way and work. */
export function rate({ value, pathMeters, workMeters }: Proposal): number {
  return value / (pathMeters + workMeters + OVERHEAD_METERS);
}

/** The item with the highest score, the first of equals; undefined if there is none. */
export function best<T>(items: readonly T[], score: (item: T) => number): T | undefined {
  let winner: T | undefined;
  let highest = -Infinity;
  for (const item of items) {
    const value = score(item);
    if (value > highest) {
      winner = item;
      highest = value;
    }
  }
  return winner;
}
