import { onto, type Bounds } from './bounds.js';
import { EPSILON, firstHit, within, type Grown } from './grown.js';
import { distance, type Point } from './point.js';

/** Weight of the distance that remains: ways are at most this much longer than the shortest, and found much faster. */
const GREED = 1.1;

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

/** Corners of the boxes as nodes, made when first asked for; null where nobody can stand. */
class Corners {
  private readonly known = new Map<number, readonly Node[]>();

  constructor(
    private readonly boxes: readonly Grown[],
    private readonly bounds: Bounds,
    private readonly goal: Point,
  ) {}

  of(index: number): readonly Node[] {
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
    const nodes = turns
      // A corner beyond the bounds is moved onto them: there may be just room to pass.
      .map((turn) => newNode({ ...turn, ...onto(this.bounds, turn) }, this.goal))
      .filter((node) => !this.boxes.some((other) => within(node, other)));
    this.known.set(index, nodes);
    return nodes;
  }

  all(): Node[] {
    return this.boxes.flatMap((_, index) => this.of(index));
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

/** Opens those of the targets that can be reached from a node, and corners of what is in the way to the others. */
function expand(node: Node, targets: Node[], boxes: readonly Grown[], corners: Corners, open: Node[]): void {
  const met = new Set<number>();
  for (let target = targets.pop(); target; target = targets.pop()) {
    if (target.closed || target === node) continue;
    const hit = firstHit(node, target, boxes);
    if (hit >= 0) {
      if (!met.has(hit)) targets.push(...corners.of(hit));
      met.add(hit);
      continue;
    }
    const through = node.cost + distance(node, target);
    if (through >= target.cost || !bends(node, target)) continue;
    if (target.cost === Infinity) open.push(target);
    target.cost = through;
    target.previous = node;
  }
}

/** What a way is sought among. */
export interface Ground {
  readonly from: Point;
  readonly to: Point;
  readonly boxes: readonly Grown[];
  readonly bounds: Bounds;
}

/** A* over the visibility graph, of which only the part is built that lies in the way, or all of it. */
export function searchWay({ from, to, boxes, bounds }: Ground, inFull: boolean): Point[] | null {
  const corners = new Corners(boxes, bounds, to);
  const goal = newNode({ ...to, sideX: 0, sideY: 0 }, to);
  const first = newNode({ ...from, sideX: 0, sideY: 0 }, to);
  first.cost = 0;
  const everywhere = inFull ? corners.all() : [];
  const open = [first];
  for (let node = takeCheapest(open); node; node = takeCheapest(open)) {
    if (node === goal) break;
    node.closed = true;
    expand(node, [...everywhere, goal], boxes, corners, open);
  }
  if (goal.previous === null) return null;
  const path: Point[] = [];
  for (let node: Node = goal; node.previous; node = node.previous) path.unshift({ x: node.x, y: node.y });
  return path;
}
