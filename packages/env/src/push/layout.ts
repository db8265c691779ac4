import type { Rng } from '../rng/rng.js';
import type { Point } from '../navigation/point.js';

/** A block of the start layout: centre and side in metres. */
export interface BlockPlan {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly side: number;
  readonly weight: number;
}

/** The start of an episode. */
export interface PushLayout {
  readonly arena: { readonly width: number; readonly height: number };
  /** The goal strip runs from here to the right wall; agents may not enter it. */
  readonly goalX: number;
  readonly blocks: readonly BlockPlan[];
  /** Start of each seat. */
  readonly agents: readonly Point[];
}

interface Wanted {
  readonly weight: number;
  readonly side: number;
}

const CORRIDOR_METERS = 1;
/** Room before the wall opposite the goal: pushers gather there, and must be able to pass each other. */
const WEST_METERS = 2;
const TRIES_PER_BLOCK = 200;
const RESTARTS = 200;

/** Corners (bottom left) of squares on whole metres, at least a corridor apart, or null if this order got stuck. */
function placeOnce(rng: Rng, arena: number, sides: readonly number[]): Point[] | null {
  const placed: (Point & { side: number })[] = [];
  for (const side of sides) {
    let spot: Point | null = null;
    for (let attempt = 0; attempt < TRIES_PER_BLOCK && !spot; attempt++) {
      const at = {
        x: rng.integer(WEST_METERS, arena - side - 2),
        y: rng.integer(CORRIDOR_METERS, arena - side - CORRIDOR_METERS),
      };
      const clear = placed.every(
        (other) =>
          at.x >= other.x + other.side + CORRIDOR_METERS ||
          other.x >= at.x + side + CORRIDOR_METERS ||
          at.y >= other.y + other.side + CORRIDOR_METERS ||
          other.y >= at.y + side + CORRIDOR_METERS,
      );
      if (clear) spot = at;
    }
    if (!spot) return null;
    placed.push({ ...spot, side });
  }
  return placed;
}

/**
 * A square arena with blocks on whole metres, at least one metre from each other, from the walls and from the goal
 * strip (two from the wall opposite), so that every face can be reached at the start, and the agents on the left wall
 * in distinct rows. Blocks are numbered in the order given and placed largest first.
 */
export function planLayout(rng: Rng, arena: number, wanted: readonly Wanted[], seats: number): PushLayout {
  const order = wanted
    .map((_, i) => i)
    .sort((a, b) => (wanted[b]?.side ?? 0) - (wanted[a]?.side ?? 0) || a - b);
  const sides = order.map((i) => wanted[i]?.side ?? 1);
  let corners: Point[] | null = null;
  for (let restart = 0; restart < RESTARTS && !corners; restart++) corners = placeOnce(rng, arena, sides);
  if (!corners) throw new RangeError(`no layout of ${wanted.length} blocks fits an arena of ${arena} m`);
  const blocks = wanted.map(({ weight, side }, i): BlockPlan => {
    const corner = corners[order.indexOf(i)] ?? { x: 0, y: 0 };
    return { id: `b${i + 1}`, x: corner.x + side / 2, y: corner.y + side / 2, side, weight };
  });
  const rows = rng.shuffle(Array.from({ length: arena }, (_, row) => row)).slice(0, seats);
  return {
    arena: { width: arena, height: arena },
    goalX: arena - 1,
    blocks,
    agents: rows.map((row) => ({ x: 0.5, y: row + 0.5 })),
  };
}
