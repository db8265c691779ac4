import type { Rect } from '@quorum/events';

/** A point, metres. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the centre of a walker may be. */
export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Room left between a walker and what it walks round, metres. */
const MARGIN = 0.05;
const EPSILON = 1e-6;

/** An obstacle grown by the walker's size; the walker is a point from here on. */
interface Grown {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

const gapTo = (point: Point, rect: Rect): number =>
  Math.max(Math.abs(point.x - rect.x) - rect.width / 2, Math.abs(point.y - rect.y) - rect.height / 2);

/**
 * Grows an obstacle by the walker's radius and a margin, but never over the start or the goal: who already stands
 * close to a block may leave it, and a push position may be approached.
 */
function grow(rect: Rect, from: Point, to: Point, radius: number): Grown {
  const by = Math.min(radius + MARGIN, gapTo(from, rect), gapTo(to, rect));
  return {
    minX: rect.x - rect.width / 2 - by,
    minY: rect.y - rect.height / 2 - by,
    maxX: rect.x + rect.width / 2 + by,
    maxY: rect.y + rect.height / 2 + by,
  };
}

/** True when the segment runs through the inside of the box (touching an edge is free). */
function crosses(a: Point, b: Point, box: Grown): boolean {
  const minX = box.minX + EPSILON;
  const maxX = box.maxX - EPSILON;
  const minY = box.minY + EPSILON;
  const maxY = box.maxY - EPSILON;
  if (minX >= maxX || minY >= maxY) return false;
  let enter = 0;
  let leave = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx === 0) {
    if (a.x <= minX || a.x >= maxX) return false;
  } else {
    const t1 = (minX - a.x) / dx;
    const t2 = (maxX - a.x) / dx;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  if (dy === 0) {
    if (a.y <= minY || a.y >= maxY) return false;
  } else {
    const t1 = (minY - a.y) / dy;
    const t2 = (maxY - a.y) / dy;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  return enter < leave;
}

const distance = (a: Point, b: Point): number => {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
};

const inside = (point: Point, bounds: Bounds): boolean =>
  point.x >= bounds.minX - EPSILON &&
  point.x <= bounds.maxX + EPSILON &&
  point.y >= bounds.minY - EPSILON &&
  point.y <= bounds.maxY + EPSILON;

const onto = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): Point => ({
  x: Math.min(maxX, Math.max(minX, x)),
  y: Math.min(maxY, Math.max(minY, y)),
});

/** Corners of the grown obstacles where a walker may turn; those beyond the bounds are moved onto them. */
function corners(boxes: readonly Grown[], bounds: Bounds): Point[] {
  const points = boxes.flatMap((box) => [
    { x: box.minX, y: box.minY },
    { x: box.maxX, y: box.minY },
    { x: box.maxX, y: box.maxY },
    { x: box.minX, y: box.maxY },
  ]);
  return points
    .map((point) => onto(bounds, point))
    .filter((point) => !boxes.some((box) => crosses(point, point, box)));
}

/**
 * Shortest way of a disc among axis-aligned boxes: A* over the visibility graph of the boxes grown by its radius,
 * with edges tested as they are needed. Exact up to the squared-off corners.
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
  const visible = (a: Point, b: Point): boolean => !boxes.some((box) => crosses(a, b, box));
  if (visible(from, to)) return [to];

  const nodes = [from, to, ...corners(boxes, bounds)];
  const cost = nodes.map(() => Infinity);
  const previous = nodes.map(() => -1);
  const closed = nodes.map(() => false);
  cost[0] = 0;
  for (;;) {
    let current = -1;
    let best = Infinity;
    nodes.forEach((node, i) => {
      const estimate = closed[i] ? Infinity : (cost[i] ?? Infinity) + distance(node, to);
      if (estimate < best) {
        best = estimate;
        current = i;
      }
    });
    const here = nodes[current];
    if (!here) return null;
    if (current === 1) break;
    closed[current] = true;
    nodes.forEach((node, i) => {
      if (closed[i]) return;
      const through = (cost[current] ?? Infinity) + distance(here, node);
      if (through < (cost[i] ?? Infinity) && visible(here, node)) {
        cost[i] = through;
        previous[i] = current;
      }
    });
  }
  const path: Point[] = [];
  for (let i = 1; i > 0; i = previous[i] ?? 0) path.unshift(nodes[i] ?? to);
  return path;
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
    if (boxes.some((box) => crosses(start, point, box))) return false;
    last = point;
  }
  return true;
}
