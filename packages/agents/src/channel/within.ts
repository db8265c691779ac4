/** A point on the floor, metres. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Whether two places are at most `meters` apart, centre to centre; what is nowhere is near nothing. */
export function within(a: Place | null, b: Place | null, meters: number): boolean {
  if (a === null || b === null) return false;
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return dx * dx + dy * dy <= meters * meters;
}
