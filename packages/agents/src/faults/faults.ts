import type { Fault } from '../contract/fault.js';

/** Faults that can be injected, by name. */
export const faults: readonly Fault[] = [];
