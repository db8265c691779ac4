#!/usr/bin/env node
/**
 * Puts the results of the suite repair-v0 into docs/repair.md:
 *
 *   quorum run repair-v0 && node docs/generate-repair.js
 */
import { compareFamily } from '@quorum/metrics';
import { markdownTable } from '../packages/cli/dist/output/markdown-table.js';
import { change, mean, pOf, readResults, samples, writeResults } from './results-page.js';

const HEAD = [
  'structure',
  'gate',
  'points, share',
  'difference to none',
  'p (Holm)',
  'decisions',
  'messages',
  'virtual s',
  'repairs',
];

function gateOf(repair) {
  if (repair === null || repair === undefined) return 'none';
  const { guidance, channel } = repair.options;
  if (guidance && channel) return 'both';
  return guidance ? 'guidance' : channel ? 'channel' : 'predicts only';
}

const conditions = readResults('repair-v0').conditions.map(({ header, episodes }) => ({
  structure: header.structure,
  gate: gateOf(header.repair),
  episodes,
}));
const without = ({ structure }) =>
  conditions.find((one) => one.structure === structure && one.gate === 'none');
const gated = conditions.filter(({ gate }) => gate !== 'none');
const compared = compareFamily(
  gated.map((one) => ({ samples: samples(one), baseline: samples(without(one)) })),
);

function difference(one) {
  const i = gated.indexOf(one);
  if (i < 0) return ['', ''];
  return [change(compared[i]), pOf(compared[i], 2)];
}

const body = conditions.map((one) => [
  one.gate === 'none' ? `**${one.structure}**` : '',
  one.gate,
  mean(one).toFixed(2),
  ...difference(one),
  mean(one, 'thinking.activations').toFixed(1),
  mean(one, 'messages.sent').toFixed(1),
  mean(one, 'duration.virtualSeconds').toFixed(0),
  mean(one, 'repair.repaired').toFixed(1),
]);
await writeResults('repair.md', markdownTable(HEAD, body));
