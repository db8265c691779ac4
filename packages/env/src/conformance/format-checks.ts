import type { CheckResult } from './check.js';

const MARKS = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' } as const;

/** Results as lines of text, failures with what is wrong. */
export function formatChecks(results: readonly CheckResult[]): string {
  return results
    .flatMap(({ name, promise, status, details }) => [
      `${MARKS[status]} ${name}: ${promise}`,
      ...details.map((detail) => `       ${detail}`),
    ])
    .join('\n');
}
