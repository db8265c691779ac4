import { expect, it } from 'vitest';
import { refusal, SUITE } from '../testing/suite-text.js';
import { checkComparisons } from './check-comparisons.js';
import { overrideSuite, parseGridOption } from './grid-overrides.js';
import { readSuite } from './read-suite.js';
import { parseSuiteYaml } from './suite-source.js';

const check = (compare: string, grid: readonly string[] = []): string =>
  refusal(() => {
    const source = overrideSuite(
      parseSuiteYaml(`${SUITE}compare: ${compare}\n`, 'suite.yaml'),
      grid.map(parseGridOption),
    );
    checkComparisons(readSuite(source), source);
  });

it('accepts axes and values of the suite', () => {
  expect(check('{ axis: team, baseline: random, values: greedy }')).toBe('nothing was refused');
  expect(check('[{ axis: agents, baseline: 3 }]')).toBe('nothing was refused');
});

it.each([
  [
    '{ axis: models, baseline: a }',
    'UNKNOWN_NAME suite.yaml:9:12: field `compare[0].axis`: the suite has no axis "models".',
  ],
  [
    '[{ axis: team, baseline: chat }]',
    /9:25: field `compare\[0\]\.baseline`: "chat" is no value of the axis "team"/,
  ],
  [
    '{ axis: agents, baseline: 3, values: [6, 7] }',
    /`compare\[0\]\.values\[1\]`: 7 is no value of the axis "agents"/,
  ],
  ['{ axis: team }', /^CONFIG_INVALID .*`compare\[0\]\.baseline`/],
  ['{ axis: team, baseline: random, with: greedy }', /unknown field; known: axis, baseline, values/],
])('refuses %s and says where', (compare, message) => {
  expect(check(compare)).toMatch(message);
});

it('lets the command line set other values, which leaves nothing to compare', () => {
  expect(check('{ axis: team, baseline: random }', ['team=greedy,central'])).toBe('nothing was refused');
});
