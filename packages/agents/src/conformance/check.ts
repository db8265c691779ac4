import type { CheckResult } from '@quorum/env/conformance';

/** What a check found out. */
export interface Verdict {
  /** One sentence for each broken promise; empty when all is well. */
  readonly problems: readonly string[];
  /** Why nothing could be checked. */
  readonly skipped?: string;
}

/** One promise of a contract that can be put to the test. */
export interface Check<Subject> {
  /** Kebab-case, stable. */
  readonly name: string;
  /** What a conforming part does, one sentence. */
  readonly promise: string;
  readonly run: (subject: Subject) => Verdict | Promise<Verdict>;
}

/** A check reports this many problems and stops. */
const MOST_PROBLEMS = 3;

/** Runs checks one after the other; an exception counts as a failure of the check that met it. */
export async function runChecks<Subject>(
  checks: readonly Check<Subject>[],
  subject: Subject,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, promise, run } of checks) {
    results.push({ name, promise, ...(await judge(() => run(subject))) });
  }
  return results;
}

async function judge(
  run: () => Verdict | Promise<Verdict>,
): Promise<Pick<CheckResult, 'status' | 'details'>> {
  try {
    const { problems, skipped } = await run();
    if (problems.length > 0) {
      return { status: 'failed', details: [...new Set(problems)].slice(0, MOST_PROBLEMS) };
    }
    return skipped === undefined
      ? { status: 'passed', details: [] }
      : { status: 'skipped', details: [skipped] };
  } catch (error) {
    return { status: 'failed', details: [`it throws: ${String(error)}`] };
  }
}
