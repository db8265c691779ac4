import { horizonFor, type Horizons } from '../horizon.js';
import type { Rng } from '../../rng/rng.js';
import { planLayout, type PushLayout } from '../layout.js';
import { pushOptions } from '../options.js';
import type { PushVariant } from '../push-scenario.js';

const ARENA_METERS = 15;
/** Calibrated (docs/scenarios.md). */
const HORIZONS: Horizons = [
  [3, 90],
  [6, 50],
];
const WEIGHTS = [1, 1, 1, 2, 2, 2, 3, 3, 3];

/** Nine square blocks, three each of weight 1, 2 and 3, side = weight in metres, in a 15 m arena. */
function nineLayout(rng: Rng, seats: number): PushLayout {
  const blocks = WEIGHTS.map((weight) => ({ weight, side: weight }));
  return planLayout(rng, ARENA_METERS, blocks, seats);
}

/** `push-nine-v0`, after the CUBE set-up that EmCoop runs (arXiv 2603.00349, released code). */
export const pushNine: PushVariant = {
  name: 'push-nine-v0',
  summary: 'nine blocks of weight 1 to 3 in a 15 m arena, maximum score 18',
  seats: { min: 1, max: 12 },
  options: pushOptions,
  horizonSeconds: (seats) => horizonFor(HORIZONS, seats),
  layout: nineLayout,
};
