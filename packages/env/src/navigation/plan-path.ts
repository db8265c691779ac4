import type { Rect } from '@quorum/events';
import { distance, type Point } from './point.js';

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
/** Weight of the distance that remains: ways are at most this much longer than the shortest, and found much faster. */
const GREED = 1.1;

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

/** Share of the segment at which it enters the inside of the box (touching an edge is free); Infinity if never. */
function entry(a: Point, b: Point, box: Grown): number {
  const minX = box.minX + EPSILON;
  const maxX = box.maxX - EPSILON;
  const minY = box.minY + EPSILON;
  const maxY = box.maxY - EPSILON;
  // Most boxes lie wholly on one side.
  if ((a.x <= minX && b.x <= minX) || (a.x >= maxX && b.x >= maxX)) return Infinity;
  if ((a.y <= minY && b.y <= minY) || (a.y >= maxY && b.y >= maxY)) return Infinity;
  if (minX >= maxX || minY >= maxY) return Infinity;
  let enter = 0;
  let leave = 1;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx !== 0) {
    const t1 = (minX - a.x) / dx;
    const t2 = (maxX - a.x) / dx;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  if (dy !== 0) {
    const t1 = (minY - a.y) / dy;
    const t2 = (maxY - a.y) / dy;
    enter = Math.max(enter, Math.min(t1, t2));
    leave = Math.min(leave, Math.max(t1, t2));
  }
  return enter < leave ? enter : Infinity;
}

/** Number of the first box that the segment runs into; -1 if none. */
function firstHit(a: Point, b: Point, boxes: readonly Grown[]): number {
  let first = -1;
  let soonest = Infinity;
  for (let i = 0; i < boxes.length; i++) {
    const box = boxes[i];
    const enter = box ? entry(a, b, box) : Infinity;
    if (enter < soonest) {
      soonest = enter;
      first = i;
    }
  }
  return first;
}

const within = ({ x, y }: Point, box: Grown): boolean =>
  x > box.minX + EPSILON && x < box.maxX - EPSILON && y > box.minY + EPSILON && y < box.maxY - EPSILON;

const inside = (point: Point, bounds: Bounds): boolean =>
  point.x >= bounds.minX - EPSILON &&
  point.x <= bounds.maxX + EPSILON &&
  point.y >= bounds.minY - EPSILON &&
  point.y <= bounds.maxY + EPSILON;

const onto = ({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): Point => ({
  x: Math.min(maxX, Math.max(minX, x)),
  y: Math.min(maxY, Math.max(minY, y)),
});

/** A place to turn: the corner of a box, with the side of the box it lies on; start and goal lie on no side. */
interface Turn extends Point {
  readonly sideX: number;
  readonly sideY: number;
}

/** A turn on its way into the search. */
interface Node extends Turn {
  cost: number;
  readonly ahead: number;
  previous: Node | null;
  closed: boolean;
}

/** Whether a shortest way can use this leg: it must bend round the boxes at both its ends. */
function bends(from: Turn, to: Turn): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const intoBox = dx * to.sideX < -EPSILON && dy * to.sideY < -EPSILON;
  const offBox = dx * from.sideX > EPSILON && dy * from.sideY > EPSILON;
  return !intoBox && !offBox;
}

/** The corners of a box at which somebody can turn, and the other boxes that the rest of its corners lie in. */
interface Corners {
  readonly nodes: readonly Node[];
  readonly covering: readonly number[];
}

/** Corners of the boxes as nodes, made when first asked for. */
class CornerMap {
  private readonly known = new Map<number, Corners>();

  constructor(
    private readonly boxes: readonly Grown[],
    private readonly bounds: Bounds,
    private readonly goal: Point,
  ) {}

  of(index: number): Corners {
    const known = this.known.get(index);
    if (known) return known;
    const box = this.boxes[index];
    const turns = box
      ? [
          { x: box.minX, y: box.minY, sideX: -1, sideY: -1 },
          { x: box.maxX, y: box.minY, sideX: 1, sideY: -1 },
          { x: box.maxX, y: box.maxY, sideX: 1, sideY: 1 },
          { x: box.minX, y: box.maxY, sideX: -1, sideY: 1 },
        ]
      : [];
    const nodes: Node[] = [];
    const covering: number[] = [];
    for (const turn of turns) {
      // A corner beyond the bounds is moved onto them: there may be just room to pass.
      const at = onto(this.bounds, turn);
      const cover = this.boxes.findIndex((other) => within(at, other));
      if (cover < 0) nodes.push(newNode({ ...turn, ...at }, this.goal));
      else covering.push(cover);
    }
    const corners = { nodes, covering };
    this.known.set(index, corners);
    return corners;
  }
}

const newNode = (turn: Turn, goal: Point): Node => ({
  ...turn,
  cost: Infinity,
  ahead: GREED * distance(turn, goal),
  previous: null,
  closed: false,
});

function takeCheapest(open: Node[]): Node | undefined {
  let best = 0;
  open.forEach((node, i) => {
    const leader = open[best];
    if (leader && node.cost + node.ahead < leader.cost + leader.ahead) best = i;
  });
  return open.splice(best, 1)[0];
}

/** Opens what can be reached from a node in the direction of the goal: the goal, or corners of what is in the way. */
function expand(node: Node, goal: Node, boxes: readonly Grown[], corners: CornerMap, open: Node[]): void {
  const met = new Set<number>();
  const targets = [goal];
  const meet = (index: number): void => {
    if (met.has(index)) return;
    met.add(index);
    const { nodes, covering } = corners.of(index);
    targets.push(...nodes);
    // Boxes that overlap are one thing to walk round.
    covering.forEach(meet);
  };
  for (let target = targets.pop(); target; target = targets.pop()) {
    if (target.closed || target === node) continue;
    const hit = firstHit(node, target, boxes);
    if (hit >= 0) {
      meet(hit);
      continue;
    }
    const through = node.cost + distance(node, target);
    if (through >= target.cost || !bends(node, target)) continue;
    if (target.cost === Infinity) open.push(target);
    target.cost = through;
    target.previous = node;
  }
}

/**
 * A nearly shortest way of a disc among axis-aligned boxes (corners squared off): A* over the visibility graph, of
 * which only the part is built that lies in the way: where the straight line to the goal is blocked, the corners of
 * what blocks it come next, and so on.
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
  const corners = new CornerMap(boxes, bounds, to);
  const goal = newNode({ ...to, sideX: 0, sideY: 0 }, to);
  const first = newNode({ ...from, sideX: 0, sideY: 0 }, to);
  first.cost = 0;
  const open = [first];
  for (let node = takeCheapest(open); node; node = takeCheapest(open)) {
    if (node === goal) break;
    node.closed = true;
    expand(node, goal, boxes, corners, open);
  }
  if (goal.previous === null) return null;
  const path: Point[] = [];
  for (let node: Node = goal; node.previous; node = node.previous) path.unshift({ x: node.x, y: node.y });
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
    if (firstHit(start, point, boxes) >= 0) return false;
    last = point;
  }
  return true;
}
