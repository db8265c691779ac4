import { numericColumns } from '../report/numeric-columns.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import type { Suite } from './suite-schema.js';
import type { SuiteSource } from './suite-source.js';

/**
 * Checks that the metric columns a suite names exist and are numbers.
 * @throws QuorumError `UNKNOWN_NAME` with the place of each wrong name
 */
export function checkColumns(suite: Suite, source: SuiteSource): void {
  const known = numericColumns.map(({ name }) => name);
  const named = [
    { path: ['primary'], column: suite.primary },
    ...suite.secondary.map((column, i) => ({ path: ['secondary', i], column })),
  ];
  const problems = named
    .filter(({ column }) => !known.includes(column))
    .map(({ path, column }): SuiteProblem => ({ path, message: `unknown metric column "${column}"` }));
  if (problems.length === 0) return;
  throw suiteError(source, problems, {
    code: 'UNKNOWN_NAME',
    fix: `use one of ${known.join(', ')}.`,
  });
}
