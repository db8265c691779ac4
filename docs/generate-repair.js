#!/usr/bin/env node
/**
 * Puts the results of the suite repair-v0 into docs/repair.md:
 *
 *   quorum run repair-v0 && node docs/generate-repair.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareFamily, samplesOf, summarise } from '@quorum/metrics';
import { format } from 'prettier';
import { markdownTable } from '../packages/cli/dist/output/markdown-table.js';
import { readRun } from '../packages/cli/dist/run-folder/read-run.js';

const SCORE = 'score.share';
const SECTION = /(<!-- results -->).*(<!-- end of results -->)/s;
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
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { rows, manifest } = readRun(path('../runs/repair-v0'));

function gateOf(repair) {
  if (repair === null || repair === undefined) return 'none';
  const { guidance, channel } = repair.options;
  if (guidance && channel) return 'both';
  return guidance ? 'guidance' : channel ? 'channel' : 'predicts only';
}

const conditions = manifest.conditions.map((condition) => ({
  structure: condition.header.structure,
  gate: gateOf(condition.header.repair),
  episodes: rows.filter((row) => row.condition === condition).map(({ result }) => result),
}));
const samples = ({ episodes }) => samplesOf(episodes, SCORE);
const without = ({ structure }) =>
  conditions.find((one) => one.structure === structure && one.gate === 'none');
const gated = conditions.filter(({ gate }) => gate !== 'none');
const compared = compareFamily(
  gated.map((one) => ({ samples: samples(one), baseline: samples(without(one)) })),
);

const mean = ({ episodes }, column) => summarise(samplesOf(episodes, column)).mean ?? 0;
const signed = (value) => `${value >= 0 ? '+' : ''}${value.toFixed(3)}`;

function difference(one) {
  const i = gated.indexOf(one);
  if (i < 0) return ['', ''];
  const { mean: by, interval, pHolm } = compared[i];
  return [`${signed(by)} [${signed(interval.low)}, ${signed(interval.high)}]`, pHolm.toFixed(2)];
}

const body = conditions.map((one) => [
  one.gate === 'none' ? `**${one.structure}**` : '',
  one.gate,
  mean(one, SCORE).toFixed(2),
  ...difference(one),
  mean(one, 'thinking.activations').toFixed(1),
  mean(one, 'messages.sent').toFixed(1),
  mean(one, 'duration.virtualSeconds').toFixed(0),
  mean(one, 'repair.repaired').toFixed(1),
]);
const page = path('repair.md');
const text = readFileSync(page, 'utf8').replace(
  SECTION,
  (_, start, end) => `${start}\n\n${markdownTable(HEAD, body)}\n\n${end}`,
);
writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
