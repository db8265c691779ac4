import type { Point } from './point.js';

/** A disc that moves. */
export interface Mover extends Point {
  readonly vx: number;
  readonly vy: number;
  readonly radius: number;
}

/** Seconds ahead that a walker looks for collisions. */
const LOOK_AHEAD = 1;
/** Seconds ahead that a walker keeps clear of blocks. */
const BLOCK_LOOK_AHEAD = 0.3;

// cos and sin of 0, -25, 25, -50, 50, -80, 80 degrees: right before left, so that two who meet both step aside.
const TURNS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0.90631, -0.42262],
  [0.90631, 0.42262],
  [0.64279, -0.76604],
  [0.64279, 0.76604],
  [0.17365, -0.98481],
  [0.17365, 0.98481],
];

/** Seconds until the discs touch at these velocities; Infinity if never within the look-ahead. */
function timeToTouch(self: Mover, vx: number, vy: number, other: Mover): number {
  const dx = other.x - self.x;
  const dy = other.y - self.y;
  const rx = vx - other.vx;
  const ry = vy - other.vy;
  const closing = dx * rx + dy * ry;
  if (closing <= 0) return Infinity;
  const speedSquared = rx * rx + ry * ry;
  const touch = self.radius + other.radius;
  const c = dx * dx + dy * dy - touch * touch;
  if (c <= 0) return 0;
  const root = closing * closing - speedSquared * c;
  if (root <= 0) return Infinity;
  const time = (closing - Math.sqrt(root)) / speedSquared;
  return time < LOOK_AHEAD ? time : Infinity;
}

/**
 * Local avoidance: keeps the wanted direction if nobody is in the way; else turns by the least that avoids a
 * collision, to the right first; else slows down. Sampled velocity obstacles in the manner of van den Berg et al.,
 * "Reciprocal Velocity Obstacles" (ICRA 2008, section V).
 *
 * @param direction wanted unit direction
 * @param hitsBlock whether the walker would overlap a block at a place
 * @returns direction and speed to take
 */
export function steer(
  self: Mover,
  direction: Point,
  speed: number,
  others: readonly Mover[],
  hitsBlock: (x: number, y: number) => boolean,
): { direction: Point; speed: number } {
  let best = { direction, speed };
  let lowest = Infinity;
  for (const [cos, sin] of TURNS) {
    const turned = { x: direction.x * cos - direction.y * sin, y: direction.x * sin + direction.y * cos };
    const vx = turned.x * speed;
    const vy = turned.y * speed;
    let soonest = Infinity;
    for (const other of others) soonest = Math.min(soonest, timeToTouch(self, vx, vy, other));
    if (cos === 1 && soonest === Infinity) break;
    if (cos < 1 && hitsBlock(self.x + vx * BLOCK_LOOK_AHEAD, self.y + vy * BLOCK_LOOK_AHEAD)) continue;
    const price = 1 - cos + (soonest === Infinity ? 0 : 1.5 * (LOOK_AHEAD - soonest));
    if (price < lowest) {
      lowest = price;
      best = { direction: turned, speed: soonest < 0.1 ? speed * soonest * 10 : speed };
    }
  }
  return best;
}
