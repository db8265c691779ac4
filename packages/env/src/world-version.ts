/**
 * Raised whenever bodies could move otherwise for the same actions, in whatever all scenarios share (forces, walking, finding
 * ways), so that no two results with the same versions come from different worlds. 2: ways are found where obstacles overlap.
 */
export const WORLD_VERSION = 2;
