/** Ticks of one grid step: a cell of one metre at walking speed, 1.5 m/s. */
export const STEP_TICKS = 40;

/** Metres of an action in whole cells: to the nearest, halves up, at least one. */
export function wholeCells(meters: number): number {
  return Math.max(1, Math.round(meters));
}
