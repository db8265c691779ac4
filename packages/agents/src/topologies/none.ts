import { z } from 'zod';
import type { Topology } from '../contract/topology.js';

/** Nobody can address anybody. */
export const none: Topology = {
  name: 'none',
  summary: 'nobody can address anybody',
  version: 1,
  options: z.strictObject({}),
  dynamic: false,
  graph: ({ seats }) => ({ out: Array.from({ length: seats }, () => []), parents: null }),
};
