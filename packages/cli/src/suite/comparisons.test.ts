import { expect, it } from 'vitest';
import { planText, SUITE } from '../testing/suite-text.js';

/** Comparisons of a suite, in the words of its slugs without fingerprints: `chat debate > individual`. */
function comparisons(text: string): string[] {
  const { comparisons: planned, conditions } = planText(text);
  const name = (fingerprint: string): string =>
    conditions
      .find((condition) => condition.fingerprint === fingerprint)
      ?.slug.replace(/^push-nine-v0_|_?rule-based|_[0-9a-f]{12}$/g, '') ?? 'unknown';
  return planned.map(({ axis, condition, baseline }) => `${axis}: ${name(condition)} > ${name(baseline)}`);
}

const GRID = SUITE.replace('- greedy', '- chat').concat('structure: [individual, debate, ring]\n');

it('compares the first axis with several values with its first value, in every size', () => {
  expect(comparisons(SUITE)).toEqual([
    'team: 3x-greedy_individual > 3x-random_individual',
    'team: 6x-greedy_individual > 6x-random_individual',
  ]);
  expect(comparisons(SUITE.replace('  - greedy\n', ''))).toEqual([]);
});

it('compares along a declared axis; teams that cannot talk are the same in all structures', () => {
  expect(comparisons(`${GRID}compare: { axis: structure, baseline: individual }\n`)).toEqual([
    'structure: 3x-chat_debate_talk > 3x-chat_individual',
    'structure: 3x-chat_ring_talk > 3x-chat_individual',
    'structure: 6x-chat_debate_talk > 6x-chat_individual',
    'structure: 6x-chat_ring_talk > 6x-chat_individual',
  ]);
});

it('compares only the named values, and along several axes', () => {
  const text = `${GRID.replace('[3, 6]', '3')}compare:
  - { axis: structure, baseline: individual, values: [ring] }
  - { axis: team, baseline: random }
`;
  expect(comparisons(text)).toEqual([
    'structure: 3x-chat_ring_talk > 3x-chat_individual',
    'team: 3x-chat_individual > 3x-random_individual',
    'team: 3x-chat_debate_talk > 3x-random_individual',
    'team: 3x-chat_ring_talk > 3x-random_individual',
  ]);
});

it('leaves out a condition that stands for cells with several baselines', () => {
  const text = `${GRID.replace('[3, 6]', '3').replace('  - random\n', '')}communication: [talk, silent-matched, no-comm]
compare: { axis: communication, baseline: silent-matched }
`;
  expect(comparisons(text)).toEqual([
    'communication: 3x-chat_debate_talk > 3x-chat_debate_silent-matched',
    'communication: 3x-chat_ring_talk > 3x-chat_ring_silent-matched',
  ]);
});

it.each([
  ['options: { sightMeters: [4, 8] }', { axis: 'options.sightMeters', baseline: 4 }],
  ['clock: { mode: [barrier, async] }', { axis: 'clock.mode', baseline: 'barrier' }],
  [
    'structure: debate\ntopology: [full, { name: small-world, degree: 2 }]',
    { axis: 'topology', baseline: 'full' },
  ],
  ['agents: [3, 6]', { axis: 'agents', baseline: 6 }],
])('knows the axis of %s', (field, compare) => {
  const size = field.startsWith('agents') ? '' : 'agents: 4\n';
  const text = `suite: one-axis-v0\ntitle: One axis\nscenario: push-nine-v0\nteam: chat\nseeds: 1\n${size}${field}\n`;
  expect(comparisons(`${text}compare: ${JSON.stringify(compare)}\n`)).toHaveLength(1);
});
