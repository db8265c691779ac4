import { necessityFile, referencesFolder } from '../system/paths.js';
import { readNecessities, type Necessity } from './necessity.js';
import { readReferences, type References } from './references.js';

/** Committed measurements of scenarios that reports rest on. */
export interface Frozen {
  /** Scores that the primary metric is normalised with. */
  readonly references: readonly References[];
  /** What there is to be communicated. */
  readonly necessities: readonly Necessity[];
}

/** @throws QuorumError `CONFIG_INVALID` naming file and field */
export function readFrozen(): Frozen {
  return { references: readReferences(referencesFolder), necessities: readNecessities(necessityFile) };
}
