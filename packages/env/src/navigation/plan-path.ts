import type { Rect } from '@quorum/events';
import { inside, onto, type Bounds } from './bounds.js';
import { firstHit, grow, MARGIN } from './grown.js';
import type { Point } from './point.js';
import { searchWay } from './search-way.js';

/**
 * A nearly shortest way of a disc among axis-aligned boxes (corners squared off). Nearly always it takes few corners to find
 * one: where the straight line to the goal is blocked, the corners of what blocks it come next, and so on. Where boxes
 * overlap this can miss the only way; so none is said to exist before all corners have been looked at.
 *
 * @returns waypoints after `start`, ending at `to`; null when no way exists.
 */
export function planPath(
  start: Point,
  to: Point,
  options: { readonly obstacles: readonly Rect[]; readonly bounds: Bounds; readonly radius: number },
): Point[] | null {
  const { obstacles, bounds, radius } = options;
  if (!inside(to, bounds)) return null;
  // Who is pressed a little into a wall starts at the wall.
  const from = onto(bounds, start);
  const boxes = obstacles.map((rect) => grow(rect, from, to, radius));
  const ground = { from, to, boxes, bounds };
  return searchWay(ground, false) ?? searchWay(ground, true);
}

/** True when every leg of a way is still free. */
export function pathIsFree(
  from: Point,
  path: readonly Point[],
  options: { readonly obstacles: readonly Rect[]; readonly radius: number },
): boolean {
  const to = path.at(-1);
  if (!to) return true;
  const boxes = options.obstacles.map((rect) => grow(rect, from, to, options.radius - MARGIN));
  let last = from;
  for (const point of path) {
    const start = last;
    if (firstHit(start, point, boxes) >= 0) return false;
    last = point;
  }
  return true;
}
