import type { TopologyView } from '../contract/topology.js';
import { seatList } from './graphs.js';

/** Squared distances between the bodies of all seats, square metres. */
export function squaredDistances(view: TopologyView): number[][] {
  const places = seatList(view.seats).map((seat) => view.position(seat));
  return places.map((a) => places.map((b) => (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)));
}
