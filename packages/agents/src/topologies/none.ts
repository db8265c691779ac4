import { z } from 'zod';
import type { Topology } from '../contract/topology.js';
import { flatGraph } from './graphs.js';

/** Nobody can address anybody. */
export const none: Topology = {
  name: 'none',
  summary: 'nobody can address anybody',
  version: 1,
  options: z.strictObject({}),
  dynamic: false,
  traits: () => ['silent'],
  graph: ({ seats }) => flatGraph(seats, () => false),
};
