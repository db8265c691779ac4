/** Name of a detector's rule. */
export const RULES = [
  'early-termination',
  'drop',
  'missing-termination',
  'orphan',
  'deadlock',
  'dropout',
  'excessive-rerouting',
  'repeated-subproblem',
  'cross-lineage',
  'physical-deadlock',
  'livelock',
  'handoff-drop',
  'stale-belief-action',
  'false-claim',
  'duplicate-effort',
] as const;

export type Rule = (typeof RULES)[number];

/** `failure`: cooperation has broken. `warning`: it may be about to, or it costs more than it need. */
export type Severity = 'failure' | 'warning';

/** Something that a detector found, at the moment it was found. JSON. */
export interface Finding {
  /** Unique within the episode: rule and number, `orphan-1`. */
  readonly id: string;
  /** Physics steps done when it was found. */
  readonly tick: number;
  /** Virtual time when it was found, microseconds. */
  readonly time: number;
  readonly rule: Rule;
  readonly severity: Severity;
  /** Seats concerned, in order. */
  readonly seats: readonly number[];
  /** The task it is about, or null. */
  readonly task: string | null;
  /** Events (`seq`) that show it, in log order; all of them lie in the past. */
  readonly evidence: readonly number[];
  /** What went wrong, in one sentence that names agents, task and path. */
  readonly sentence: string;
}
