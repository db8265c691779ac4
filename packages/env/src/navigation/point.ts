/** A point, metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Metres between two points. */
export function distance(a: Point, b: Point): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
}
