import { lookUp } from '../catalog/look-up.js';
import type { Structure } from '../contract/structure.js';
import { individual } from './individual.js';

/** Structures, by name. */
export const structures: readonly Structure[] = [individual];

/** @throws QuorumError `UNKNOWN_NAME` */
export function findStructure(name: string): Structure {
  return lookUp('structure', name, structures);
}
