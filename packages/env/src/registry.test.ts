import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError, type Action } from '@quorum/events';
import { expect, it } from 'vitest';
import { checkScenario, formatChecks, type UnseenPair } from './conformance/index.js';
import type { Scenario } from './contract/scenario.js';
import type { Observation } from './contract/simulation.js';
import { findScenario, scenarios } from './registry.js';

const SIGHT_METERS = 2;

/** Checks that short plays may give no chance to. */
const MAY_BE_SKIPPED = ['score', 'finished'];

/**
 * Two worlds in which seat 0 stands still at the wall and seat 1, out of its sight, stands still or walks on along the
 * wall.
 */
function strangers(scenario: Scenario, seed: number): readonly UnseenPair[] {
  const build = () =>
    scenario.create({
      ...{ seed, seats: 2, horizonTicks: 3600, emit: () => 0 },
      options: scenario.options.parse({ sightMeters: SIGHT_METERS }),
    });
  const [left, right] = [build(), build()];
  const [here, there] = [0, 1].map((seat) => heightOf(left.observe(seat)));
  const up = (there ?? 0) > (here ?? 0);
  const action: Action = { type: 'move', direction: up ? 'up' : 'down', meters: 1 };
  right.assign(1, { action, task: null, inputs: [] });
  for (let tick = 0; tick < 60; tick++) {
    left.step();
    right.step();
  }
  const isApart = Math.abs((there ?? 0) - (here ?? 0)) > SIGHT_METERS;
  if (isApart && heightOf(left.observe(1)) !== heightOf(right.observe(1))) return [{ seat: 0, left, right }];
  left.free();
  right.free();
  return [];
}

const heightOf = (observation: Observation): number => (observation['self'] as { y: number }).y;

it.each(scenarios)('$name keeps every promise of the contract', (scenario) => {
  const results = checkScenario(scenario, {
    ...{ seeds: [1, 2], teamSizes: [3], ticks: 180, longestActionSeconds: 120 },
    // Who sees the whole arena has nothing to tell the others.
    options: { sightMeters: 8 },
    unseenPairs: (seed) => strangers(scenario, seed),
  });
  const broken = results.filter(
    ({ name, status }) => status === 'failed' || (status === 'skipped' && !MAY_BE_SKIPPED.includes(name)),
  );
  expect(formatChecks(broken)).toBe('');
});

it('lists every versioned scenario name of the sources, once', () => {
  const root = import.meta.dirname;
  const named = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|testing|^conformance/.test(path))
    .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/'((?:[a-z]+-)+v\d+)'/g)])
    .map(([, name]) => name);
  const registered = scenarios.map(({ name }) => name);
  expect([...registered].sort()).toEqual([...new Set(named)].sort());
  expect(new Set(registered).size).toBe(registered.length);
});

it('finds a scenario by its name, and names the known ones otherwise', () => {
  for (const scenario of scenarios) expect(findScenario(scenario.name)).toBe(scenario);
  let caught: unknown;
  try {
    findScenario('push-nine');
  } catch (error) {
    caught = error;
  }
  expect(QuorumError.isInstance(caught) && caught.code).toBe('UNKNOWN_NAME');
  expect(QuorumError.isInstance(caught) && caught.fix).toContain('push-nine-v0');
});
