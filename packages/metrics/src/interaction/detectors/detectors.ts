import { crossLineage } from './cross-lineage.js';
import { deadlock } from './deadlock.js';
import type { AnyDetector } from './detector.js';
import { drop } from './drop.js';
import { dropout } from './dropout.js';
import { duplicateEffort } from './duplicate-effort.js';
import { earlyTermination } from './early-termination.js';
import { excessiveRerouting } from './excessive-rerouting.js';
import { falseClaim } from './false-claim.js';
import { handoffDrop } from './handoff-drop.js';
import { livelock } from './livelock.js';
import { missingTermination } from './missing-termination.js';
import { orphan } from './orphan.js';
import { physicalDeadlock } from './physical-deadlock.js';
import { repeatedSubproblem } from './repeated-subproblem.js';
import { staleBeliefAction } from './stale-belief-action.js';

/** Every detector, in the order of tables and findings. */
export const detectors: readonly AnyDetector[] = [
  earlyTermination,
  drop,
  missingTermination,
  orphan,
  deadlock,
  dropout,
  excessiveRerouting,
  repeatedSubproblem,
  crossLineage,
  physicalDeadlock,
  livelock,
  handoffDrop,
  staleBeliefAction,
  falseClaim,
  duplicateEffort,
];
