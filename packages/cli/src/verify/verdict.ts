import type { JsonObject } from '@quorum/events';

/**
 * What is checked of an episode. Level 0 is the log itself, 1 the world, 2 the agents.
 *
 * - `log`: every line is whole, fits its schema, and the digest fits the bytes
 * - `identity`: the log is the one that the run folder says it is
 * - `simulation`: the world, fed the logged assignments, gives the same events and state hashes
 * - `frames`, `metrics`: the file beside the log is what the log gives
 * - `tape`: it holds the answers of all model calls of the log, and no others
 * - `agents`: run anew on these answers, they give the same log
 */
const CHECK_LEVELS = {
  log: 0,
  identity: 0,
  simulation: 1,
  frames: 1,
  metrics: 1,
  tape: 2,
  agents: 2,
} as const;
export type CheckName = keyof typeof CHECK_LEVELS;

/** One check and what came of it. */
export interface Check {
  readonly name: CheckName;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped; null when it passed. */
  readonly message: string | null;
  /** Where it failed: `line`, or `tick` and `seq` with what was `expected` and what is there. */
  readonly detail: JsonObject | null;
}

/** All checks of one episode. */
export interface EpisodeVerdict {
  /** The log, or its episode's folder in a run. */
  readonly path: string;
  readonly passed: boolean;
  /** Highest level that passed with all before it: 0 log, 1 world, 2 agents; null when the log itself is bad. */
  readonly level: 0 | 1 | 2 | null;
  readonly checks: readonly Check[];
}

export const pass = (name: CheckName): Check => ({ name, status: 'passed', message: null, detail: null });

export const skip = (name: CheckName, message: string): Check => ({
  name,
  status: 'skipped',
  message,
  detail: null,
});

export const fail = (name: CheckName, message: string, detail: JsonObject | null = null): Check => ({
  name,
  status: 'failed',
  message,
  detail,
});

/** Sums checks up. A level counts as passed when something of it passed and nothing up to it failed. */
export function verdictOf(path: string, checks: readonly Check[]): EpisodeVerdict {
  const failed = checks.filter(({ status }) => status === 'failed').map(({ name }) => CHECK_LEVELS[name]);
  const passed = checks.filter(({ status }) => status === 'passed').map(({ name }) => CHECK_LEVELS[name]);
  const bad = Math.min(3, ...failed);
  const levels = ([0, 1, 2] as const).filter((level) => level < bad && passed.includes(level));
  return { path, passed: failed.length === 0, level: levels.at(-1) ?? null, checks };
}
