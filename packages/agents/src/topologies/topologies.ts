import type { Topology } from '../contract/topology.js';
import { none } from './none.js';

/** Topologies, by name. */
export const topologies: readonly Topology[] = [none];
