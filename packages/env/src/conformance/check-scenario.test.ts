import { expect, it } from 'vitest';
import type { Scenario } from '../contract/scenario.js';
import { assertConforms } from './assert-conforms.js';
import { CHECK_NAMES, checkScenario } from './check-scenario.js';
import { brokenActions } from './fixtures/broken-actions.js';
import { brokenDeterminism } from './fixtures/broken-determinism.js';
import { brokenLanguage } from './fixtures/broken-language.js';
import { brokenLedgers } from './fixtures/broken-ledgers.js';
import { brokenSetups } from './fixtures/broken-setups.js';
import { brokenViews } from './fixtures/broken-views.js';
import { toyScenario } from './fixtures/toy-scenario.js';
import { toyUnseenPairs } from './fixtures/toy-unseen-pairs.js';
import { formatChecks } from './format-checks.js';
import type { ConformanceOptions } from './subject.js';

const allBroken = [
  ...brokenSetups,
  ...brokenDeterminism,
  ...brokenViews,
  ...brokenLanguage,
  ...brokenActions,
  ...brokenLedgers,
];

const optionsFor = (scenario: Scenario): ConformanceOptions => ({
  teamSizes: [3],
  ticks: 200,
  longestActionSeconds: 10,
  unseenPairs: (seed) => toyUnseenPairs(scenario, seed),
});

it('passes a correct scenario on every check, skipping none', () => {
  const results = checkScenario(toyScenario, optionsFor(toyScenario));
  expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(results.map(({ name }) => name)).toEqual(CHECK_NAMES);
});

it.each(allBroken)('notices when $fault', ({ create, fails }) => {
  const scenario = create();
  const results = checkScenario(scenario, optionsFor(scenario));
  const failed = results.filter(({ status }) => status === 'failed');
  expect(
    failed.map(({ name }) => name),
    formatChecks(failed),
  ).toEqual(fails);
});

it('has, for every check, a broken scenario that fails it alone', () => {
  const proven = new Set(allBroken.flatMap(({ fails }) => (fails.length === 1 ? fails : [])));
  expect(CHECK_NAMES.filter((name) => !proven.has(name))).toEqual([]);
});

it('stops a test with what is wrong, and only that', () => {
  const scenario = { ...toyScenario, render: () => '' };
  const check = () => assertConforms(scenario, { ...optionsFor(scenario), seeds: [4] });
  expect(check).toThrowErrorMatchingInlineSnapshot(`
    [Error: toy-v0 does not conform:
    FAIL text: The text of an observation depends on nothing else, and different seats read different texts.
           seed 4, 3 seats, random play: seat 0 reads nothing at tick 0
           seed 4, 3 seats, random play: seat 1 reads nothing at tick 0
           seed 4, 3 seats, random play: two seats see different things at tick 0 but read the same text
    FAIL language-read: Reading the text of an observation gives the observation; other texts are not read.
           seed 4, 3 seats, random play: the text of seat 0 at tick 0 is not read as what the seat sees
           seed 4, 3 seats, random play: the text of seat 1 at tick 0 is not read as what the seat sees
           seed 4, 3 seats, random play: the text of seat 2 at tick 0 is not read as what the seat sees]
  `);
  expect(() => assertConforms(toyScenario, { ...optionsFor(toyScenario), seeds: [4] })).not.toThrow();
});

it('skips what a scenario gives no chance to check, and says why', () => {
  const results = checkScenario(toyScenario, { seeds: [1], teamSizes: [2], ticks: 2 });
  expect(formatChecks(results.filter(({ status }) => status !== 'passed'))).toMatchInlineSnapshot(`
    "skip observation-respects-sight: What lies outside a seat’s sight and knowledge does not change its observation.
           no \`unseenPairs\` were given
    skip attempts: Attempts nest: one at a time for each open task, each change and end naming its start and its seats.
           nobody attempted anything; play longer
    skip score: Points are positive, add up to the score, never exceed the maximum, and belong to open tasks.
           nobody scored; play longer
    skip finished: A world is finished only when every task is closed.
           no play got that far"
  `);
});

it('reports an exception as a failure of the checks that met it', () => {
  const scenario: Scenario = {
    ...toyScenario,
    idle() {
      throw new Error('no rest');
    },
  };
  const failed = checkScenario(scenario, optionsFor(scenario)).filter(({ status }) => status === 'failed');
  expect(failed.find(({ name }) => name === 'idle')?.details).toEqual(['it throws: Error: no rest']);
  expect(failed.map(({ name }) => name)).not.toContain('horizon');
});
