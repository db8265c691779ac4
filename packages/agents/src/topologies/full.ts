import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph } from './graphs.js';

/** Everybody can address everybody. */
export const full: Topology = {
  name: 'full',
  summary: 'everybody can address everybody',
  version: 1,
  options: z.strictObject({}),
  dynamic: false,
  graph: ({ seats }) => flatGraph(seats, () => true),
};
