#!/usr/bin/env node
/**
 * Puts the results of the suite healing-v0 into docs/healing.md:
 *
 *   quorum run healing-v0 && node docs/generate-healing.js
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
  'policy',
  'score',
  'change against none',
  'p (Holm)',
  'change against no-op',
  'extra turns of an episode',
  'extra thinking, s',
];
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const signed = (value, digits = 3) => `${value >= 0 ? '+' : ''}${value.toFixed(digits)}`;
const change = ({ mean, interval }) =>
  `${signed(mean)}${interval === null ? '' : ` [${signed(interval.low)}, ${signed(interval.high)}]`}`;

const { rows, manifest } = readRun(path('../runs/healing-v0'));

/** Episodes by what their condition names: `fault` and `healing`, null for none. */
const conditions = manifest.conditions.map((condition) => ({
  fault: condition.header.fault.name,
  healing: condition.header.healing?.name ?? null,
  episodes: rows.filter((row) => row.condition === condition).map(({ result }) => result),
}));
const faults = [...new Set(conditions.map(({ fault }) => fault))];

/** All comparisons of the suite with no healing are one family. */
const treated = conditions.filter(({ healing }) => healing !== null);
const untreated = (fault) => conditions.find((one) => one.fault === fault && one.healing === null);
const control = (fault) => conditions.find((one) => one.fault === fault && one.healing === 'no-op');
const family = (baseline) =>
  compareFamily(
    treated.map(({ fault, episodes }) => ({
      samples: samplesOf(episodes, SCORE),
      baseline: samplesOf(baseline(fault).episodes, SCORE),
    })),
  );
const againstNone = family(untreated);
const againstNoOp = family(control);

const mean = ({ episodes }, column) => summarise(samplesOf(episodes, column)).mean ?? 0;
const score = (one) => mean(one, SCORE).toFixed(3);

function rowOf(one) {
  const i = treated.indexOf(one);
  const none = untreated(one.fault);
  const extra = (column) => signed(mean(one, column) - mean(none, column), 1);
  const isControl = one.healing === 'no-op';
  return [
    `\`${one.healing}\``,
    score(one),
    change(againstNone[i]),
    againstNone[i].pHolm?.toFixed(3) ?? '–',
    isControl ? '–' : change(againstNoOp[i]),
    extra('thinking.activations'),
    extra('thinking.chargedSeconds'),
  ];
}

const body = faults.flatMap((fault) => [
  [`\`${fault}\``],
  ['none', score(untreated(fault)), '', '', '', '', ''],
  ...treated.filter((one) => one.fault === fault).map(rowOf),
]);
const section = `${untreated(faults[0]).episodes.length} seeds each; changes paired by seed, with 95 % bootstrap intervals over seeds; p of two-sided sign-flip tests,
corrected for the ${treated.length} comparisons with no healing together.

${markdownTable(HEAD, body)}`;
const page = path('healing.md');
const text = readFileSync(page, 'utf8').replace(
  SECTION,
  (_, start, end) => `${start}\n\n${section}\n\n${end}`,
);
writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
