import { expect, it } from 'vitest';
import { adHocSuite } from './ad-hoc-suite.js';
import { parseGridOption } from './grid-overrides.js';

const suite = (...grid: string[]) =>
  adHocSuite('push-nine-v0', 2, grid.map(parseGridOption)).data as { suite: string; team: string[] };

it('gives each grid a name of its own, however it is ordered', () => {
  const one = suite('team=random', 'agents=3');
  expect(one.suite).toMatch(/^adhoc-push-nine-[0-9a-f]{6}-v0$/);
  expect(suite('agents=3', 'team=random').suite).toBe(one.suite);
  expect(suite('agents=4', 'team=random').suite).not.toBe(one.suite);
});

it.each([
  ['agents=3', 'greedy'],
  ['options.sightMeters=5', 'greedy'],
  ['structure=debate', 'chat'],
  ['model=openai:gpt-5-mini', 'chat'],
  ['channel.loss=0.2', 'chat'],
])('plays %s with a team that it says something about', (grid, team) => {
  expect(suite(grid).team).toEqual([team]);
});
