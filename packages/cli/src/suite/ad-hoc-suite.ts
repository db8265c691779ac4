import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { GridOverride } from './grid-overrides.js';
import type { SuiteSource } from './suite-source.js';

/** What an ad-hoc grid plays when the command line does not say. */
const DEFAULTS = { team: ['greedy'], seeds: '1..5' };

/**
 * The suite behind `quorum run SCENARIO -g …`. Its name holds a hash of the grid, so that another grid gets another
 * run folder while the same command finds its own again; seeds and repeats do not count, they may grow.
 */
export function adHocSuite(
  scenario: string,
  agents: number,
  overrides: readonly GridOverride[],
): SuiteSource {
  const grid = [...overrides, { path: ['scenario'], value: scenario }]
    .filter(({ path }) => path[0] !== 'seeds' && path[0] !== 'repeats')
    .map(({ path, value }) => [path.join('.'), value] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const hash = createHash('sha256').update(JSON.stringify(grid)).digest('hex').slice(0, 6);
  const base = scenario.replace(/-v\d+$/, '');
  const data = {
    suite: `adhoc-${base}-${hash}-v0`,
    title: `Ad-hoc grid on ${scenario}`,
    scenario: [scenario],
    agents: [agents],
    ...DEFAULTS,
  };
  return {
    name: 'command line',
    data,
    text: stringify(data),
    locate: () => 'command line',
    isArgument: () => true,
  };
}
