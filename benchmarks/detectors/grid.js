import { defaultThresholds } from '@quorum/metrics';

/** Which threshold a detector is tuned by, and what is tried. */
export const GRID = {
  'early-termination': ['abandonedTicks', [120, 300, 600, 900]],
  orphan: ['orphanSeconds', [2, 5, 10, 15]],
  deadlock: ['idleSeconds', [15, 20, 30, 45]],
  dropout: ['dropoutSeconds', [15, 20, 30, 45]],
  'excessive-rerouting': ['maxHops', [1, 2, 3, 4]],
  'physical-deadlock': ['stuckTicks', [900, 1200, 1500, 1800]],
  livelock: ['cycles', [2, 3, 4, 5]],
  'handoff-drop': ['handoffSeconds', [10, 15, 20, 30]],
  'stale-belief-action': ['staleSeconds', [2, 5, 10, 20]],
  'duplicate-effort': ['duplicateTicks', [60, 120, 300, 600]],
};

const TRIED = 4;

/** As many sets of thresholds as values are tried: a threshold moves its own detector only. */
export const THRESHOLD_SETS = Array.from({ length: TRIED }, (_, i) => ({
  ...defaultThresholds,
  ...Object.fromEntries(Object.values(GRID).map(([threshold, values]) => [threshold, values[i]])),
}));
