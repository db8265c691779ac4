import { horizonFor, type Horizons } from '../horizon.js';
import { z } from 'zod';
import type { PushVariant } from '../push-scenario.js';
import { planLayout } from '../layout.js';
import { pushOptionShape } from '../options.js';

const ARENA_METERS = 15;
const SIDE_METERS = 2;
const SIGHT_METERS = 5;
/** Calibrated (docs/scenarios.md). */
const HORIZONS: Horizons = [
  [3, 100],
  [6, 50],
];
const WEIGHTS = [1, 1, 1, 2, 2, 2, 3, 3, 3];

/**
 * `push-private-v0`: as `push-nine-v0`, but all blocks look alike, each block's weight is known to one seat only and
 * sight ends at 5 m, so that the best play needs talk.
 */
export const pushPrivate: PushVariant = {
  name: 'push-private-v0',
  summary: 'nine look-alike blocks, each weight known to one seat, sight 5 m, maximum score 18',
  seats: { min: 2, max: 12 },
  options: z.strictObject({
    ...pushOptionShape,
    sightMeters: pushOptionShape.sightMeters.default(SIGHT_METERS),
  }),
  horizonSeconds: (seats) => horizonFor(HORIZONS, seats),
  layout(rng, seats) {
    const blocks = rng.shuffle(WEIGHTS).map((weight) => ({ weight, side: SIDE_METERS }));
    return planLayout(rng, ARENA_METERS, blocks, seats);
  },
  knowledge(rng, seats, blocks) {
    const owners = rng.shuffle(Array.from({ length: blocks }, (_, i) => i % seats));
    return (seat, block) => owners[block] === seat;
  },
};
