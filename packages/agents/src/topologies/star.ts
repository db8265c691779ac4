import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { hierarchyGraph, seatList } from './graphs.js';

const options = z.strictObject({
  hub: z.int().min(0).default(0).describe('seat in the middle, superior of all others'),
});
type Options = z.output<typeof options>;

/** One seat and all others can address each other; it is their superior. Centralized in EmCoop (arXiv 2603.00349). */
export const star: Topology = {
  name: 'star',
  summary: 'a hub and all others can address each other; the hub is their superior',
  version: 1,
  options,
  dynamic: false,
  traits: () => ['hierarchical'],
  refuses(seats, given) {
    const { hub } = given as Options;
    return hub < seats ? null : `its hub is seat ${hub}, but the last seat is ${seats - 1}`;
  },
  graph({ seats, options: given }) {
    const { hub } = given as Options;
    return hierarchyGraph(seatList(seats).map((seat) => (seat === hub ? null : hub)));
  },
};
