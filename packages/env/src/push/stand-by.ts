import type { PushAction } from './actions.js';
import type { PushObservation } from './observation.js';

const ROOM_METERS = 0.1;
const STEP_METERS = 0.7;

/** To the nearest free place at the wall opposite the goal, where no block has to pass. */
export function standByTheWall({ arena, self, teammates, blocks }: PushObservation): PushAction {
  const x = self.radius + ROOM_METERS;
  const rows = Math.floor((arena.height - 2 * x) / STEP_METERS);
  const places = Array.from({ length: rows + 1 }, (_, row) => x + row * STEP_METERS)
    .filter(
      (y) =>
        teammates.every((other) => Math.abs(other.y - y) > 2 * x || other.x > 3 * x) &&
        blocks.every((b) => Math.abs(b.y - y) > b.side / 2 + x || b.x - b.side / 2 > 2 * x),
    )
    .sort((a, b) => Math.abs(a - self.y) - Math.abs(b - self.y));
  return { type: 'navigate', x, y: places[0] ?? self.y };
}
