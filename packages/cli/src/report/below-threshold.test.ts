import { expect, it } from 'vitest';
import { belowThreshold } from './below-threshold.js';
import type { Report } from './report.js';

const condition = (team: string, mean: number | null) =>
  ({ scenario: 'push-nine-v0', team: [team], columns: { 'score.share': { mean } } }) as never;

const report = {
  primary: 'score.share',
  conditions: [condition('random', 0.1), condition('greedy', 0.5), condition('central', null)],
} as unknown as Report;

it('names the conditions below the threshold and those without a value', () => {
  expect(belowThreshold(report, 0.5)).toEqual([
    'push-nine-v0, random: score.share 0.100 is below 0.5',
    'push-nine-v0, central: score.share no value is below 0.5',
  ]);
  expect(belowThreshold({ ...report, conditions: report.conditions.slice(1, 2) }, 0.5)).toEqual([]);
});
