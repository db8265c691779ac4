import type { JsonObject } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { TopologyView } from '../contract/topology.js';

/** Bodies of the sample stand on a square of this side, metres. */
const SIDE_METERS = 20;

/** A view of a team whose bodies stand somewhere, the same for the same seed and place. */
export function sampleView(
  seats: number,
  options: JsonObject,
  {
    seed = 1,
    time = 0,
    place = 0,
  }: { readonly seed?: number; readonly time?: number; readonly place?: number },
): TopologyView {
  return {
    seats,
    options,
    time,
    position(seat) {
      const draw = createRng(seed, 'place', place, seat);
      return { x: draw.uniform() * SIDE_METERS, y: draw.uniform() * SIDE_METERS };
    },
    rng: (...names) => createRng(seed, 'topology', ...names),
  };
}
