/** When detectors fire. Body time in ticks (1/60 s), virtual time in seconds: thinking passes no ticks. */
export interface Thresholds {
  /** Early termination: a task declared done stays open and without anybody for so many ticks. */
  readonly abandonedTicks: number;
  /** Missing termination: nothing is left to do and nothing happens for so many seconds. */
  readonly quietSeconds: number;
  /** Orphan: a request can no longer reach anybody since so many seconds. */
  readonly orphanSeconds: number;
  /** Deadlock: work is open and nobody says, plans or does anything towards it for so many seconds. */
  readonly idleSeconds: number;
  /** Dropout: one seat says, plans and does nothing for so many seconds although it is asked. */
  readonly dropoutSeconds: number;
  /** Excessive rerouting: a request that is passed on more often than this and taken up by nobody. */
  readonly maxHops: number;
  /** Physical deadlock: seats wait or push in vain at understaffed tasks for so many ticks, one of them for so long again. */
  readonly stuckTicks: number;
  /** Livelock: the same plan of the same seat comes to nothing so many times. */
  readonly cycles: number;
  /** Handoff drop: work was asked for or announced and nobody takes it for so many seconds. */
  readonly handoffSeconds: number;
  /** Stale belief: what is acted on is older than this, seconds. */
  readonly staleSeconds: number;
  /** Duplicate effort: more seats than needed at one task for so many ticks, while others lack them. */
  readonly duplicateTicks: number;
}

/** Defaults; docs/detectors-calibration.md says how they do on injected faults, and what else was tried. */
export const defaultThresholds: Thresholds = {
  abandonedTicks: 300,
  quietSeconds: 30,
  orphanSeconds: 5,
  idleSeconds: 45,
  dropoutSeconds: 30,
  maxHops: 2,
  stuckTicks: 1200,
  cycles: 4,
  handoffSeconds: 30,
  staleSeconds: 10,
  duplicateTicks: 120,
};
