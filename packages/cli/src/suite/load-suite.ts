import { QuorumError } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import { suitesFolder } from '../system/paths.js';
import { adHocSuite } from './ad-hoc-suite.js';
import { checkColumns } from './check-columns.js';
import { expectedSuiteName, findSuiteFile, readSuiteFile, suiteNames } from './find-suite.js';
import { checkComparisons } from './check-comparisons.js';
import { overrideSuite, type GridOverride } from './grid-overrides.js';
import { readSuite } from './read-suite.js';
import { suiteError } from './suite-problem.js';
import type { Suite } from './suite-schema.js';
import type { SuiteSource } from './suite-source.js';

/** A suite ready to be planned. */
export interface LoadedSuite {
  readonly suite: Suite;
  readonly source: SuiteSource;
}

/** Before the name of a scenario that a suite is called like, too. */
const SCENARIO_PREFIX = 'scenario:';

/**
 * Finds what `quorum run TARGET` means: a suite file, a named suite, or a scenario to play an ad-hoc grid on. Where a
 * suite and a scenario share a name, it is the suite; `scenario:NAME` is always the scenario.
 * @throws QuorumError `UNKNOWN_NAME`, `FILE_UNREADABLE`, `CONFIG_INVALID` or `USAGE`
 */
export function loadSuite(
  target: string,
  overrides: readonly GridOverride[],
  scenarios: readonly Scenario[],
): LoadedSuite {
  const forced = target.startsWith(SCENARIO_PREFIX);
  const name = forced ? target.slice(SCENARIO_PREFIX.length) : target;
  const file = forced ? null : findSuiteFile(target, suitesFolder);
  const base = file === null ? scenarioGrid(name, overrides, scenarios) : readSuiteFile(file);
  const source = overrideSuite(base, overrides);
  const suite = readSuite(source);
  const expected = file === null ? null : expectedSuiteName(file);
  if (expected !== null && suite.suite !== expected) {
    const message = `"${suite.suite}" is not the name of the file, "${expected}"`;
    throw suiteError(source, [{ path: ['suite'], message }], { fix: 'give both the same name.' });
  }
  checkColumns(suite, source);
  // The suite of a run may have been changed on the command line, out of reach of its comparisons.
  if (expected !== null) checkComparisons(suite, source);
  return { suite, source };
}

function scenarioGrid(
  name: string,
  overrides: readonly GridOverride[],
  scenarios: readonly Scenario[],
): SuiteSource {
  const scenario = scenarios.find((candidate) => candidate.name === name);
  if (scenario) return adHocSuite(name, scenario.seats.min, overrides);
  const suites = suiteNames(suitesFolder).join(', ') || 'none';
  const names = scenarios.map((candidate) => candidate.name).join(', ') || 'none';
  throw new QuorumError('USAGE', `There is no suite and no scenario "${name}".`, {
    fix: `name a suite (${suites}), a scenario (${names}) or the path of a suite file.`,
  });
}
