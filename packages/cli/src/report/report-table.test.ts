import type { EpisodeResult, EpisodeStatus } from '@quorum/events';
import { expect, it } from 'vitest';
import { planManifest } from '../run-folder/plan-manifest.js';
import type { RunResults } from '../run-folder/read-run.js';
import { planText, SUITE } from '../testing/suite-text.js';
import { reportCsv } from './report-csv.js';
import { reportTable } from './report-table.js';
import { createReport } from './report.js';

/** A run of `random` and `central`, whose team of seed s scored s of 10 points. */
function results(seeds: string, changes: { status?: EpisodeStatus } = {}): RunResults {
  const text = SUITE.replace('[3, 6]', '3').replace('- greedy', '- central').replace('1..2', seeds);
  const plan = planText(`${text}secondary: [score.points]\n`);
  const manifest = planManifest(plan, [], null);
  const rows = plan.episodes.map(({ header, condition }, i) => {
    const status = changes.status ?? 'horizon';
    const metrics = {
      score: { points: header.seed, max: 10, share: header.seed / 10 },
      duration: { status },
    };
    const result: EpisodeResult = { header, status, metrics };
    const [episode, known] = [
      manifest.episodes[i],
      manifest.conditions.find((c) => c.slug === condition.slug),
    ];
    if (!episode || !known) throw new Error('the manifest has other episodes');
    return { episode, condition: known, result };
  });
  return { folder: '', manifest, rows };
}

const report = (run: RunResults) => createReport(run, { references: [], necessities: [] }, { all: false });

it('shows what differs between rows, and says once what all share', () => {
  const { head, rows, legend } = reportTable(report(results('1..6')));
  expect(head).toEqual([
    'team',
    'kind',
    'seeds',
    'episodes',
    'score.share',
    'sd',
    'completed',
    'score.points',
  ]);
  expect(rows).toEqual([
    [
      '3x random',
      'scripted',
      '6',
      '6',
      expect.stringMatching(/^0\.350 \[0\.\d{3}, 0\.\d{3}\]$/),
      '0.187',
      '0/6',
      '3.500',
    ],
    ['3x central', 'scripted, privileged', '6', '6', expect.any(String), '0.187', '0/6', '3.500'],
  ]);
  expect(legend[0]).toBe(
    'All rows: scenario push-nine-v0; structure individual; communication no-comm; clock barrier zero-v1 x1.',
  );
  expect(legend.join('\n')).toContain('95 % bootstrap interval');
});

it('prints the points instead of an interval for few seeds', () => {
  const { rows, legend } = reportTable(report(results('1..2')));
  expect(rows[0]?.[4]).toBe('0.150 (0.100 0.200)');
  expect(legend.join('\n')).toContain('fewer than 6 seeds give no interval');
});

it.each(['agent_error', 'model_error'] as const)('leaves episodes with %s out of the means', (status) => {
  const { head, rows, legend } = reportTable(report(results('1..2', { status })));
  expect(rows[0]?.[head.indexOf(status)]).toBe('2');
  expect(rows[0]?.[head.indexOf('score.share')]).toBe('–');
  expect(legend.join('\n')).toContain(`${status}: episodes in which`);
});

it('counts episodes that used up their budget with what they reached', () => {
  const { head, rows } = reportTable(report(results('1..2', { status: 'model_budget' })));
  expect(rows[0]?.[head.indexOf('model_budget')]).toBe('2');
  expect(rows[0]?.[head.indexOf('score.share')]).toBe('0.150 (0.100 0.200)');
});

it('keeps kinds of models apart', () => {
  const run = report(results('1..2'));
  const conditions = run.conditions.map((row, i) => ({
    ...row,
    modelKind: i === 0 ? 'stand-in' : 'scripted',
  }));
  const { rows } = reportTable({ ...run, conditions });
  expect(rows.map(([first]) => first)).toEqual(['stand-in', '3x random', 'scripted', '3x central']);
});

it('counts episodes whose clock is an estimate', () => {
  const run = results('1..2');
  const [first, ...others] = run.rows;
  if (!first) throw new Error('the run is empty');
  const metrics = { ...first.result.metrics, models: { usageMissing: 3 } };
  const { head, rows } = reportTable(
    report({ ...run, rows: [{ ...first, result: { ...first.result, metrics } }, ...others] }),
  );
  expect(rows.map((row) => row[head.indexOf('clock-estimated')])).toEqual(['1', '0']);
});

it('counts planned episodes that are not there yet', () => {
  const whole = results('1..3');
  const { head, rows } = reportTable(report({ ...whole, rows: whole.rows.slice(0, 3) }));
  expect(rows.map((row) => row[head.indexOf('episodes')])).toEqual(['2 of 3', '1 of 3']);
});

it('gives other programs unrounded numbers', () => {
  const [head = '', first = ''] = reportCsv(report(results('1..2'))).split('\n');
  const cell = (name: string) => first.split(',')[head.split(',').indexOf(name)];
  expect(cell('score.share.mean')).toBe(String((0.1 + 0.2) / 2));
  expect(cell('team')).toBe('random+random+random');
  expect(cell('score.share.low')).toBe('');
});
