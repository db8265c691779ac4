import { expect, it } from 'vitest';
import { planText, refusal, SUITE } from '../testing/suite-text.js';

const change = (from: string, to: string): string => {
  expect(SUITE).toContain(from);
  return SUITE.replace(from, to);
};

it('expands axes, seeds and repeats, seed by seed', () => {
  const { conditions, episodes } = planText(`${SUITE}repeats: 2\n`);
  expect(conditions.map(({ cell }) => cell.spec.team.join(' '))).toEqual([
    'random random random',
    'random random random random random random',
    'greedy greedy greedy',
    'greedy greedy greedy greedy greedy greedy',
  ]);
  expect(episodes).toHaveLength(4 * 2 * 2);
  expect(episodes.map(({ header }) => [header.seed, header.repeat]).slice(3, 6)).toEqual([
    [1, 1],
    [1, 2],
    [1, 2],
  ]);
  expect(new Set(episodes.map(({ path }) => path)).size).toBe(16);
});

it('gives conditions the fingerprint of their header, not of their spelling', () => {
  const fingerprints = (text: string): string[] =>
    planText(text).conditions.map(({ fingerprint }) => fingerprint);
  const own = fingerprints(SUITE);
  expect(new Set(own).size).toBe(4);
  expect(fingerprints(change('seeds: 1..2', 'seeds: 7'))).toEqual(own);
  expect(fingerprints(change('team:', 'structure: individual\nteam:'))).toEqual(own);
  expect(fingerprints(change('team:', 'horizonSeconds: 5\nteam:'))).not.toEqual(own);
});

it('plays a mixed team at its own size', () => {
  const { conditions } = planText(change('- random', '- greedy,greedy,random'));
  expect(conditions.map(({ slug }) => slug.replace(/_[0-9a-f]{12}$/, ''))).toEqual([
    'push-nine-v0_greedy+greedy+random_individual',
    'push-nine-v0_3x-greedy_individual',
    'push-nine-v0_6x-greedy_individual',
  ]);
});

it.each([
  [
    'unknown scenario',
    'push-nine-v0',
    'push-ten-v0',
    'UNKNOWN_NAME suite.yaml:3:1: field `scenario[0]`: unknown scenario "push-ten-v0"',
  ],
  [
    'unknown agent',
    '- greedy',
    '- greedee',
    'UNKNOWN_NAME suite.yaml:7:5: field `team[1]`: unknown agent "greedee"',
  ],
  [
    'unknown structure',
    'team:',
    'structure: chaos\nteam:',
    'UNKNOWN_NAME suite.yaml:5:1: field `structure[0]`: unknown structure "chaos"',
  ],
  [
    'unknown clock',
    'team:',
    'clock: { profile: warp-v1 }\nteam:',
    'UNKNOWN_NAME suite.yaml:5:10: field `clock.profile[0]`: unknown clock profile "warp-v1"',
  ],
  [
    'unknown option',
    'team:',
    'options:\n  sightMetres: 5\nteam:',
    'CONFIG_INVALID suite.yaml:6:3: field `options.sightMetres[0]`: push-nine-v0 has no such option',
  ],
  [
    'impossible team size',
    '[3, 6]',
    '[3, 400]',
    'TEAM_INVALID suite.yaml:4:13: field `agents[1]`: a team of 400 does not fit push-nine-v0',
  ],
  [
    'no team size',
    'agents: [3, 6]\n',
    '',
    'TEAM_INVALID suite.yaml:5:5: field `team[0]`: a team of "random" needs a size',
  ],
  [
    'mixed team of another size',
    '- random',
    '- greedy,random',
    'TEAM_INVALID suite.yaml:6:5: field `team[0]`: the mixed team "greedy,random" has 2 seats, but `agents` says 3, 6',
  ],
])('refuses an %s with its place', (_, from, to, message) => {
  expect(refusal(() => planText(change(from, to)))).toContain(message);
});

it('refuses more episodes than a run can hold', () => {
  expect(refusal(() => planText(change('1..2', '1..30000')))).toContain(
    'CONFIG_INVALID suite.yaml:8:1: field `seeds`: 120000 episodes are more than a run can hold',
  );
});

it('lists the known names', () => {
  expect(refusal(() => planText(change('- greedy', '- greedee')))).toMatch(/known: .*random/);
});
