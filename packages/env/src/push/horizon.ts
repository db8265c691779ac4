/** Calibrated limits of body time: team size and seconds, smallest team first. */
export type Horizons = readonly (readonly [seats: number, seconds: number])[];

/** The horizon of the greatest calibrated team size that is not above `seats` (of the smallest one for less). */
export function horizonFor(horizons: Horizons, seats: number): number {
  const below = horizons.filter(([size]) => size <= seats).at(-1) ?? horizons[0];
  if (!below) throw new RangeError('a variant has at least one calibrated horizon');
  return below[1];
}
