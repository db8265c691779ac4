import type { EpisodeResult } from '@quorum/events';
import { expect, it } from 'vitest';
import { planManifest } from '../run-folder/plan-manifest.js';
import type { RunResults } from '../run-folder/read-run.js';
import { planText, SUITE } from '../testing/suite-text.js';
import { comparisonTable } from './comparison-table.js';
import { reportCsv } from './report-csv.js';
import { createReport } from './report.js';

/** A run of three teams; `greedy` beats `random` by a tenth on odd seeds and by two on even ones, `central` by nothing. */
function run(seeds: number, team = '[random, greedy, central]'): RunResults {
  const text = SUITE.replace('[3, 6]', '3').replace(/team:(\n {2}.*)+/, `team: ${team}`);
  const plan = planText(text.replace('1..2', `1..${seeds}`));
  const manifest = planManifest(plan, [], null);
  const rows = plan.episodes.map(({ header, condition, path }) => {
    const gain = header.team[0]?.agent === 'greedy' ? 1 + ((header.seed + 1) % 2) : 0;
    const points = (header.seed % 5) + gain;
    const metrics = { score: { points, max: 10, share: points / 10 }, duration: { status: 'horizon' } };
    const result: EpisodeResult = { header, status: 'horizon', metrics };
    const episode = manifest.episodes.find((candidate) => candidate.path === path);
    const known = manifest.conditions.find(({ slug }) => slug === condition.slug);
    if (!episode || !known) throw new Error('the manifest has other episodes');
    return { episode, condition: known, result };
  });
  return { folder: '', manifest, rows };
}

const report = (results: RunResults) =>
  createReport(results, { references: [], necessities: [] }, { all: false });

it('shows each comparison with its p before and after Holm', () => {
  const { title, head, rows, legend } = comparisonTable(report(run(10)));
  expect(title).toBe('Comparisons: score.share');
  expect(head).toEqual(['team', 'kind', 'compared with', 'seeds', 'difference', 'p', 'p (Holm)']);
  expect(rows).toEqual([
    ['3x greedy', 'scripted', '3x random', '10', expect.stringMatching(/^0\.150 \[0\.1/), '0.0020', '0.0039'],
    ['3x central', 'scripted, privileged', '3x random', '10', '0.000 [0.000, 0.000]', '1.0000', '1.0000'],
  ]);
  expect(legend.join('\n')).toContain('corrected for the 2 comparisons together');
  expect(legend.join('\n')).not.toContain('cannot bring');
});

it('says nothing of significance below ten seeds', () => {
  const { rows, legend } = comparisonTable(report(run(9)));
  expect(rows[0]?.slice(-2)).toEqual(['–', '–']);
  expect(legend.join('\n')).toContain('Fewer than 10 seeds: nothing is said about significance.');
});

it('says where a family is too large for its seeds', () => {
  const whole = report(run(10));
  const comparisons = Array.from({ length: 26 }, () => whole.comparisons[0]).filter(
    (one) => one !== undefined,
  );
  expect(comparisonTable({ ...whole, comparisons }).legend.join('\n')).toContain(
    '10 seeds cannot bring any of 26 comparisons below p = 0.05: the least that Holm leaves is 0.051.',
  );
});

it('counts comparisons that are not finished, without showing them', () => {
  const whole = run(10);
  const rows = whole.rows.filter(({ result }) => result.header.team[0]?.agent !== 'central');
  const unfinished = report({ ...whole, rows });
  expect(comparisonTable(unfinished).rows.map((row) => row.slice(-2))).toEqual([['0.0020', '0.0039']]);
});

it('has no rows where there is nothing to compare', () => {
  expect(comparisonTable(report(run(2, 'random'))).rows).toEqual([]);
});

it('stands in the CSV beside the condition', () => {
  const [head = '', ...lines] = reportCsv(report(run(10)))
    .trim()
    .split('\n');
  const cells = (name: string) => lines.map((line) => line.split(',')[head.split(',').indexOf(name)]);
  expect(cells('compare.team.p_holm')).toEqual(['', String(4 / 1024), '1']);
  expect(cells('compare.team.seeds')).toEqual(['', '10', '10']);
  expect(cells('compare.team.baseline')[1]).toBe(cells('condition')[0]);
});
