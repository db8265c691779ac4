import type { Topology } from '../contract/topology.js';
import { chain } from './chain.js';
import { custom } from './custom.js';
import { full } from './full.js';
import { nearest } from './nearest.js';
import { none } from './none.js';
import { range } from './range.js';
import { rewire } from './rewire.js';
import { ring } from './ring.js';
import { smallWorld } from './small-world.js';
import { star } from './star.js';
import { tree } from './tree.js';

/** Topologies that follow one rule for the whole episode: those that a schedule can choose from. */
export const constantTopologies: readonly Topology[] = [
  none,
  full,
  chain,
  ring,
  star,
  tree,
  smallWorld,
  range,
  nearest,
  rewire,
  custom,
];
