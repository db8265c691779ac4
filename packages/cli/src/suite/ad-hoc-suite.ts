import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { GridOverride } from './grid-overrides.js';
import type { SuiteSource } from './suite-source.js';

/** What an ad-hoc grid plays when the command line does not say. */
const SEEDS = '1..5';
/** Scripted teams neither talk nor use a model: grids about these play `chat`. */
const TEAM = 'greedy';
const TALKING_TEAM = 'chat';
const ABOUT_TALKING = [
  'model',
  'agentOptions',
  'modelOptions',
  'structure',
  'topology',
  'protocol',
  'channel',
  'communication',
];

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
  const talks = overrides.some(({ path: [field = ''] }) => ABOUT_TALKING.includes(field));
  const data = {
    suite: `adhoc-${base}-${hash}-v0`,
    title: `Ad-hoc grid on ${scenario}`,
    scenario: [scenario],
    agents: [agents],
    team: [talks ? TALKING_TEAM : TEAM],
    seeds: SEEDS,
  };
  return {
    name: 'command line',
    data,
    text: stringify(data),
    locate: () => 'command line',
    isArgument: () => true,
  };
}
