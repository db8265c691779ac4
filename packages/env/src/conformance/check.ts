import type { Subject } from './subject.js';

/** What a check found out. */
export interface Verdict {
  /** One sentence for each broken promise; empty when all is well. */
  readonly problems: readonly string[];
  /** Why nothing could be checked. */
  readonly skipped?: string;
}

/** One promise of the environment contract that can be put to the test. */
export interface Check {
  /** Kebab-case, stable. */
  readonly name: string;
  /** What a conforming scenario does, one sentence. */
  readonly promise: string;
  readonly run: (subject: Subject) => Verdict;
}

/** The outcome of one check on one scenario. */
export interface CheckResult {
  readonly name: string;
  readonly promise: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What is wrong, or why the check was skipped. */
  readonly details: readonly string[];
}
