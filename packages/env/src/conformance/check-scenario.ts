import type { Scenario } from '../contract/scenario.js';
import type { Check, CheckResult } from './check.js';
import { actionChecks } from './checks/action-checks.js';
import { determinismChecks } from './checks/determinism-checks.js';
import { languageChecks } from './checks/language-checks.js';
import { ledgerChecks } from './checks/ledger-checks.js';
import { observationChecks } from './checks/observation-checks.js';
import { positionChecks } from './checks/position-checks.js';
import { setupChecks } from './checks/setup-checks.js';
import { Subject, type ConformanceOptions } from './subject.js';

const ALL_CHECKS: readonly Check[] = [
  ...setupChecks,
  ...determinismChecks,
  ...observationChecks,
  ...positionChecks,
  ...languageChecks,
  ...actionChecks,
  ...ledgerChecks,
];

/** Names of all checks, in the order in which they run. */
export const CHECK_NAMES: readonly string[] = ALL_CHECKS.map(({ name }) => name);

/**
 * Puts a scenario through every check of the environment contract. Plays small seeded worlds with random and with
 * cooperative teams; an exception counts as a failure of the check that met it.
 */
export function checkScenario(scenario: Scenario, options: ConformanceOptions = {}): CheckResult[] {
  const subject = new Subject(scenario, options);
  return ALL_CHECKS.map((check) => runCheck(check, subject));
}

function runCheck({ name, promise, run }: Check, subject: Subject): CheckResult {
  try {
    const { problems, skipped } = run(subject);
    if (problems.length > 0) return { name, promise, status: 'failed', details: problems };
    if (skipped !== undefined) return { name, promise, status: 'skipped', details: [skipped] };
    return { name, promise, status: 'passed', details: [] };
  } catch (error) {
    return { name, promise, status: 'failed', details: [`it throws: ${String(error)}`] };
  }
}
