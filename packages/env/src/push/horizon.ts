/** Calibrated limits of body time: team size and seconds, smallest team first. */
export type Horizons = readonly (readonly [seats: number, seconds: number])[];

/**
 * The horizon of a team size. Between two calibrated sizes the longer of their horizons holds, below the smallest and
 * above the greatest that of the nearest.
 */
export function horizonFor(horizons: Horizons, seats: number): number {
  const below = horizons.filter(([size]) => size <= seats).at(-1);
  const above = horizons.find(([size]) => size >= seats);
  const seconds = [below, above].flatMap((known) => (known ? [known[1]] : []));
  if (seconds.length === 0) throw new RangeError('a variant has at least one calibrated horizon');
  return Math.max(...seconds);
}
