import { lookUp } from '../catalog/look-up.js';
import type { Structure } from '../contract/structure.js';
import { blackboard } from './blackboard.js';
import { broadcastChain } from './broadcast-chain.js';
import { centralized } from './centralized.js';
import { debate } from './debate.js';
import { decentralized } from './decentralized.js';
import { individual } from './individual.js';
import { rangeLimited } from './range-limited.js';
import { ring } from './ring.js';
import { sharedObservation } from './shared-observation.js';
import { solo } from './solo.js';
import { tree } from './tree.js';

/** Structures, by name. */
export const structures: readonly Structure[] = [
  individual,
  sharedObservation,
  solo,
  centralized,
  broadcastChain,
  debate,
  decentralized,
  ring,
  tree,
  blackboard,
  rangeLimited,
];

/** @throws QuorumError `UNKNOWN_NAME` */
export function findStructure(name: string): Structure {
  return lookUp('structure', name, structures);
}
