import { communicationOf, type Communication } from '@quorum/agents';
import { expect, it } from 'vitest';
import { planManifest } from '../run-folder/plan-manifest.js';
import type { RunResults } from '../run-folder/read-run.js';
import { planText } from '../testing/suite-text.js';
import { createReport } from './report.js';
import { reportTalk } from './talk-report.js';
import { talkTable } from './talk-table.js';

const suite = (communication: string): string => `suite: talk-v0
title: Talk and its controls
scenario: push-nine-v0
agents: 3
team: chat
structure: [debate, centralized]
communication: ${communication}
channel: { loss: [0, 0.5] }
seeds: 1..6
`;

/** What a team reaches on a seed. */
const POINTS: Partial<Record<Communication, number>> = { talk: 5, scrambled: 2, 'shared-observation': 7 };

/** A run in which every team reaches a tenth of its seed more than `POINTS`. */
function results(communication: string): RunResults {
  const plan = planText(suite(communication));
  const manifest = planManifest(plan, [], null);
  const rows = plan.episodes.map(({ header, condition }, i) => {
    const share = ((POINTS[communicationOf(header)] ?? 1) + header.seed / 10) / 10;
    const known = manifest.conditions.find(({ slug }) => slug === condition.slug);
    const episode = manifest.episodes[i];
    if (!episode || !known) throw new Error('the manifest has other episodes');
    const result = { header, status: 'horizon' as const, metrics: { score: { points: 0, max: 10, share } } };
    return { episode, condition: known, result };
  });
  return { folder: '', manifest, rows };
}

it('finds the controls of every condition that talks, the silent ones for all of them', () => {
  const run = results('[talk, scrambled, no-comm, shared-observation]');
  const reports = reportTalk(run, []);
  expect(reports).toHaveLength(4);
  for (const { gains, recovered } of reports) {
    expect(gains.map(({ control, seeds }) => [control, seeds])).toEqual([
      ['scrambled', 6],
      ['no-comm', 6],
      ['shared-observation', 6],
    ]);
    expect(gains.map(({ mean }) => mean)).toEqual(
      [0.3, 0.4, -0.2].map((gain) => expect.closeTo(gain, 9) as number),
    );
    expect(recovered.share).toBeCloseTo(4 / 6, 9);
  }
  const { head, rows } = talkTable(createReport(run, { references: [], necessities: [] }, { all: false }));
  expect(rows).toHaveLength(12);
  for (const row of rows) expect(row).toHaveLength(head.length);
  // Not tested: only what the suite declares is.
  expect(head).not.toContain('p');
  expect(rows[2]?.slice(-4)).toEqual([
    'shared-observation',
    '6',
    '-0.200 [-0.200, -0.200]',
    '0.667 [0.667, 0.667]',
  ]);
});

it('says why there is no recovered share, and nothing at all without controls', () => {
  const { legend } = talkTable(
    createReport(results('[talk, no-comm]'), { references: [], necessities: [] }, { all: false }),
  );
  expect(legend).toContain('No recovered share: shared-observation was not played.');
  expect(reportTalk(results('talk'), [])).toEqual([]);
  expect(reportTalk(results('no-comm'), [])).toEqual([]);
});
