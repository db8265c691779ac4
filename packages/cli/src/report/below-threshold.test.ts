import { expect, it } from 'vitest';
import { describeCondition } from '../suite/describe-condition.js';
import { planText, SUITE } from '../testing/suite-text.js';
import { belowThreshold } from './below-threshold.js';
import type { Report } from './report.js';

const text = `${SUITE.replace('[3, 6]', '3').replace('team:\n  - random\n  - greedy', 'team: chat')}structure: [debate, ring, tree]\n`;
const MEANS = [0.1, 0.5, null];

const report = {
  primary: 'score.share',
  conditions: planText(text).conditions.map(({ header, settings }, i) => ({
    ...describeCondition(header, settings),
    columns: { 'score.share': { mean: MEANS[i] } },
  })),
} as unknown as Report;

it('names the conditions below the threshold and those without a value, by what tells them apart', () => {
  expect(belowThreshold(report, 0.5)).toEqual([
    '3x chat · debate: score.share 0.100 is below 0.5',
    '3x chat · tree: score.share no value is below 0.5',
  ]);
  expect(belowThreshold({ ...report, conditions: report.conditions.slice(1, 2) }, 0.5)).toEqual([]);
});
