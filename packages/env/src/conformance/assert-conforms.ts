import type { Scenario } from '../contract/scenario.js';
import { checkScenario } from './check-scenario.js';
import { formatChecks } from './format-checks.js';
import type { ConformanceOptions } from './subject.js';

/**
 * Throws when a scenario breaks a promise of the environment contract; for use inside a test.
 *
 * @example it('conforms', () => assertConforms(myScenario, { ticks: 300 }));
 */
export function assertConforms(scenario: Scenario, options?: ConformanceOptions): void {
  const failed = checkScenario(scenario, options).filter(({ status }) => status === 'failed');
  if (failed.length === 0) return;
  throw new Error(`${scenario.name} does not conform:\n${formatChecks(failed)}`);
}
