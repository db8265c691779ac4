import type { Topology } from '../contract/topology.js';
import { constantTopologies } from './constant-topologies.js';
import { schedule } from './schedule.js';

/** Topologies, by name. */
export const topologies: readonly Topology[] = [...constantTopologies, schedule];
