import type { AnyDetector } from './detector.js';

/** Every detector, in the order of tables and findings. */
export const detectors: readonly AnyDetector[] = [];
