import { lookUp } from '../catalog/look-up.js';
import { zeroV1, type ClockProfile } from './clock-profile.js';
import { recorded } from './recorded.js';
import { referenceV1 } from './reference-v1.js';

/** Frozen clock profiles, by name. */
export const clockProfiles: readonly ClockProfile[] = [zeroV1, referenceV1, recorded];

/** @throws QuorumError `UNKNOWN_NAME` */
export function findClockProfile(name: string): ClockProfile {
  return lookUp('clock profile', name, clockProfiles);
}
