import { axisPath, axisValues, isValue } from './comparisons.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { Suite } from './suite-schema.js';
import type { SuiteSource } from './suite-source.js';

/**
 * Checks that the comparisons a suite declares are along its own axes, with values that these have. An axis that the
 * command line sets may lack them: there is then nothing to compare.
 * @throws QuorumError `UNKNOWN_NAME` with the place of each wrong name
 */
export function checkComparisons(suite: Suite, source: SuiteSource): void {
  const problems = (suite.compare ?? []).flatMap(({ axis, baseline, values }, i): SuiteProblem[] => {
    const known = axisValues(suite, axis);
    if (known.length === 0) {
      return [{ path: ['compare', i, 'axis'], message: `the suite has no axis "${axis}"` }];
    }
    if (source.isArgument(axisPath(axis))) return [];
    const named = [
      { path: ['compare', i, 'baseline'], value: baseline },
      ...(values ?? []).map((value, j) => ({ path: ['compare', i, 'values', j], value })),
    ];
    return named
      .filter(({ value }) => !known.some((candidate) => isValue(candidate, value)))
      .map(({ path, value }) => ({
        path,
        message: `${JSON.stringify(value)} is no value of the axis "${axis}"`,
      }));
  });
  if (problems.length === 0) return;
  throw suiteError(source, problems, {
    code: 'UNKNOWN_NAME',
    fix: 'name a field of the suite that has values, and values that are listed there.',
  });
}
