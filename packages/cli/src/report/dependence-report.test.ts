import { expect, it } from 'vitest';
import type { RunResults } from '../run-folder/read-run.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { planText } from '../testing/suite-text.js';
import { reportDependence } from './dependence-report.js';
import { dependenceTable } from './dependence-table.js';
import { createReport } from './report.js';

const plan = planText(`suite: heeded-v0
title: Short episodes
scenario: push-nine-v0
agents: 3
team: chat
structure: [individual, debate]
seeds: 1..12
`);

/** In each episode of those who talk: two messages heeded, one of another kind. */
const heeded = {
  joint: [
    [
      [0, 0, 2],
      [1, 1, 1],
    ],
  ],
};
const silent = { joint: [] };

function results(): RunResults {
  const manifest = planManifest(plan, [], null);
  const rows = plan.episodes.map(({ header, condition }, i) => {
    const known = manifest.conditions.find(({ slug }) => slug === condition.slug);
    const episode = manifest.episodes[i];
    if (!episode || !known) throw new Error('the manifest has other episodes');
    const talks = header.structure === 'debate';
    const metrics = {
      score: { points: 0, max: 10, share: 0 },
      'instantaneous-coordination': talks ? heeded : silent,
    };
    const result = { header, status: 'horizon' as const, metrics };
    return { episode, condition: known, result };
  });
  return { folder: '', manifest, rows };
}

it('pools the episodes of each condition that talks', () => {
  const [only, ...others] = reportDependence(results());
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    metric: 'instantaneous-coordination',
    pooled: { pairs: 36, pValue: 1 / 200 },
  });
});

it('shows them, with p as exploratory', () => {
  const report = createReport(results(), { references: [], necessities: [] }, { all: false });
  const { head, rows } = dependenceTable(report);
  expect(head.at(-1)).toBe('p (exploratory)');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toHaveLength(head.length);
  expect(rows[0]?.slice(-7, -4)).toEqual(['instantaneous-coordination', '36', '0.637']);
});
