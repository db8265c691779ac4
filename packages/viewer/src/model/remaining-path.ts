type Point = readonly [number, number];

/**
 * The points of a way that are still to be passed: those from the place on it that a body is nearest to. The stretch to
 * the first point is not part of the way, so a body that is nearest to that point has it still ahead.
 */
export function remainingPath(points: readonly Point[], x: number, y: number): readonly Point[] {
  let next = 0;
  let least = Infinity;
  points.forEach((from, i) => {
    const to = points[i + 1] ?? from;
    const along = shareAlong([x, y], from, to);
    const [dx, dy] = [x - from[0] - along * (to[0] - from[0]), y - from[1] - along * (to[1] - from[1])];
    const distance = dx * dx + dy * dy;
    if (distance >= least) return;
    least = distance;
    next = along === 0 ? i : i + 1;
  });
  return points.slice(next);
}

/** How far along a stretch the place nearest to a point lies, 0 … 1. */
function shareAlong([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
}
