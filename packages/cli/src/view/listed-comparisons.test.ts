import { expect, it } from 'vitest';
import { planManifest } from '../run-folder/plan-manifest.js';
import { planText, SUITE } from '../testing/suite-text.js';
import { listComparisons } from './listed-comparisons.js';

/** `team: 3x-greedy_individual > 3x-random_individual`, with a star where the suite declares it. */
function listed(text: string): string[] {
  const manifest = planManifest(planText(text), [], null);
  const name = (fingerprint: string): string =>
    manifest.conditions
      .find((condition) => condition.fingerprint === fingerprint)
      ?.slug.replace(/^push-nine-v0_|_?rule-based|_[0-9a-f]{12}$/g, '') ?? 'unknown';
  return listComparisons(manifest).map(
    ({ axis, condition, baseline, declared }) =>
      `${axis}: ${name(condition)} > ${name(baseline)}${declared ? ' *' : ''}`,
  );
}

it('has what the suite declares, then what else differs in one thing', () => {
  expect(listed(SUITE)).toEqual([
    'team: 3x-greedy_individual > 3x-random_individual *',
    'team: 6x-greedy_individual > 6x-random_individual *',
    'agents: 6x-random_individual > 3x-random_individual',
    'agents: 6x-greedy_individual > 3x-greedy_individual',
  ]);
});

it('compares no two kinds of models where the suite does not', () => {
  const text = SUITE.replace('[3, 6]', '3').replace('- random', '- chat\n  - random');
  expect(listed(text)).toEqual([
    'team: 3x-random_individual > 3x-chat_individual *',
    'team: 3x-greedy_individual > 3x-chat_individual *',
    'team: 3x-greedy_individual > 3x-random_individual',
  ]);
  expect(listed(`${text}compare: { axis: team, baseline: random, values: greedy }\n`)).toEqual([
    'team: 3x-greedy_individual > 3x-random_individual *',
  ]);
});
