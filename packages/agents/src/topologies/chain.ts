import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph } from './graphs.js';

/** Each seat can address all later ones, as in the broadcast chain of EmCoop (arXiv 2603.00349v2). */
export const chain: Topology = {
  name: 'chain',
  summary: 'each seat can address all later ones',
  version: 1,
  options: z.strictObject({}),
  dynamic: false,
  graph: ({ seats }) => flatGraph(seats, (from, to) => from < to),
};
