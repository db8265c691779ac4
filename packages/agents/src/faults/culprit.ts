import { z } from 'zod';
import type { FaultView } from '../contract/fault.js';

/** When a fault begins: an option that all of them have. */
export const fromSeconds = z
  .number()
  .min(0)
  .max(1_000_000)
  .default(5)
  .describe('strikes from this virtual time on');

/** Whose fault it is: an option. */
export const culprit = z.int().min(0).nullable().default(null).describe('whose fault it is; null: drawn');

/** Whether the time of the fault has come. */
export const hasBegun = ({ time, options }: FaultView): boolean =>
  time >= (options['fromSeconds'] as number) * 1_000_000;

/** The seat of option `seat`, or one drawn for the episode. */
export function culpritOf(view: FaultView): number {
  const { options, seats } = view;
  return (options['seat'] as number | null) ?? view.rng('seat').integer(0, seats.length - 1);
}

/** So many seats of the team, drawn for the episode. */
export function someSeats(view: FaultView, count: number): number[] {
  return view
    .rng('seats')
    .shuffle(view.seats.map((_, seat) => seat))
    .slice(0, count);
}

/** Why there is no such seat in a team; null if there is. */
export function missingSeat(seats: number, { seat }: { readonly seat?: unknown }): string | null {
  return typeof seat === 'number' && seat >= seats ? `there is no seat ${seat} among ${seats}` : null;
}
