#!/usr/bin/env node
/**
 * Puts the results of the suite healing-v0 into docs/healing.md:
 *
 *   quorum run healing-v0 && node docs/generate-healing.js
 */
import { join } from 'node:path';
import { readLog } from '@quorum/events/node';
import { compareFamily } from '@quorum/metrics';
import { markdownTable } from '../packages/cli/dist/output/markdown-table.js';
import { change, mean, pOf, readResults, samples, signed, writeResults } from './results-page.js';

const HEAD = [
  'policy',
  'score',
  'change against none',
  'p (Holm)',
  'against its no-op',
  'against its random-nudge',
  'notices of an episode',
  'extra turns',
  'extra thinking, s',
];
const CONTROLS = ['no-op', 'random-nudge'];
const { folder, conditions: played } = readResults('healing-v0');

/** Times that an agent was told something or handed a message. */
const noticesOf = ({ episode }) =>
  readLog(join(folder, episode.path, 'events.jsonl')).events.filter(
    ({ type, seat }) => type === 'intervention.applied' && seat !== undefined,
  ).length;

/** Episodes by what their condition names: fault, healing (null for none), and for a control the policy it is matched to. */
const conditions = played.map(({ header: { fault, healing }, rows, episodes }) => ({
  fault: fault.name,
  healing: healing?.name ?? null,
  like: healing?.options.like ?? null,
  episodes,
  notices: rows.reduce((sum, row) => sum + noticesOf(row), 0) / rows.length,
}));
const faults = [...new Set(conditions.map(({ fault }) => fault))];

const compare = (pairs) =>
  compareFamily(pairs.map(([one, other]) => ({ samples: samples(one), baseline: samples(other) })));
const without = (fault) => conditions.find((one) => one.fault === fault && one.healing === null);
const controlOf = ({ fault, healing: like }, control) =>
  conditions.find((one) => one.fault === fault && one.healing === control && one.like === like);

/** Two families: everything against no healing, and each policy against its own controls. */
const treated = conditions.filter(({ healing }) => healing !== null);
const againstNone = compare(treated.map((one) => [one, without(one.fault)]));
const matched = treated.flatMap((one) =>
  CONTROLS.flatMap((control) => {
    const other = controlOf(one, control);
    return other === undefined ? [] : [[one, other]];
  }),
);
const againstControls = compare(matched);

const score = (one) => mean(one).toFixed(3);

function againstControl(one, control) {
  const i = matched.findIndex(([policy, other]) => policy === one && other === controlOf(one, control));
  return i < 0 ? '' : `${change(againstControls[i])}, p ${pOf(againstControls[i], 3)}`;
}

function rowOf(one) {
  const none = without(one.fault);
  const result = againstNone[treated.indexOf(one)];
  const extra = (column) => signed(mean(one, column) - mean(none, column), 1);
  return [
    one.like === null ? `\`${one.healing}\`` : `\`${one.healing}\` like \`${one.like}\``,
    score(one),
    change(result),
    pOf(result, 3),
    ...CONTROLS.map((control) => againstControl(one, control)),
    one.notices.toFixed(1),
    extra('thinking.activations'),
    extra('thinking.chargedSeconds'),
  ];
}

const body = faults.flatMap((fault) => [
  [`\`${fault}\``],
  ['none', score(without(fault))],
  ...treated.filter((one) => one.fault === fault).map(rowOf),
]);
const table = markdownTable(
  HEAD,
  body.map((cells) => HEAD.map((_, i) => cells[i] ?? '')),
);
const section = `${without(faults[0]).episodes.length} seeds each; changes paired by seed, with 95 % bootstrap intervals over seeds; p of two-sided sign-flip tests, corrected for the
${treated.length} comparisons with no healing together, and for the ${matched.length} of policies with their own controls together.

${table}`;
await writeResults('healing.md', section);
