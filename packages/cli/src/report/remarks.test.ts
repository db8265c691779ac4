import { expect, it } from 'vitest';
import { reportRemarks } from './remarks.js';
import type { Report } from './report.js';

const report = (suite: string, overrides: readonly string[], finished: number) =>
  ({ suite, overrides, episodes: { planned: 2, finished } }) as unknown as Report;

it('says that a suite is changed or unfinished, but not that an ad-hoc grid is no published suite', () => {
  expect(reportRemarks(report('quickstart-v0', [], 2))).toEqual([]);
  expect(reportRemarks(report('quickstart-v0', ['--seeds 1..2'], 1))).toEqual([
    'Not the published suite: changed by --seeds 1..2.',
    'Unfinished: 1 of 2 episodes.',
  ]);
  expect(reportRemarks(report('adhoc-push-nine-123456-v0', ['-g agents=2'], 2))).toEqual([]);
});
