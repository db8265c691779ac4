import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph } from './graphs.js';

const options = z.strictObject({
  both: z.boolean().default(false).describe('seats can address their predecessor too'),
});

/** Each seat can address the next one, the last one the first. */
export const ring: Topology = {
  name: 'ring',
  summary: 'each seat can address the next one, the last one the first',
  version: 1,
  options,
  dynamic: false,
  graph({ seats, options: given }) {
    const { both } = given as z.output<typeof options>;
    const follows = (from: number, to: number): boolean => to === (from + 1) % seats;
    return flatGraph(seats, (from, to) => follows(from, to) || (both && follows(to, from)));
  },
};
