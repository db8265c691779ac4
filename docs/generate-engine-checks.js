#!/usr/bin/env node
/**
 * Writes docs/engine-checks.md and its charts from benchmarks/results/engine-checks.json:
 *
 *   node docs/generate-engine-checks.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { format } from 'prettier';
import { markdownTable } from '../packages/cli/dist/output/markdown-table.js';
import { drawCurve } from './pictures/draw-curve.js';

const file = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Greatest lower end at which a scenario can do without talk (DESIGN, necessity of communication). */
const NECESSITY = 0.2;

/** Axes with a curve: suite, field, and how the chart names it. */
const CURVES = [
  { suite: 'check-sight-v0', axis: 'sightMeters', name: 'sight', label: 'sight in metres' },
  {
    suite: 'check-compliance-v0',
    axis: 'compliance',
    name: 'compliance',
    label: 'compliance: share of requests that are followed',
  },
  {
    suite: 'check-format-errors-v0',
    axis: 'formatErrorRate',
    name: 'format-errors',
    label: 'share of answers out of format',
  },
  { suite: 'check-loss-v0', axis: 'loss', name: 'loss', label: 'share of messages lost' },
  {
    suite: 'check-time-scale-v0',
    axis: 'timeScale',
    name: 'time-scale',
    label: 'timeScale: thinking time over body time',
  },
];

// Values that round to 0 have no sign.
const plain = (value) =>
  value
    .toFixed(2)
    .replace(/^-(?!0\.00$)/, '−')
    .replace(/^-/, '');
const signed = (value) => (Number(value.toFixed(2)) > 0 ? `+${plain(value)}` : plain(value));
const between = (interval) =>
  interval === null ? 'too few seeds' : `${plain(interval.low)} … ${plain(interval.high)}`;
const p = (value) => (value === null ? '–' : value < 0.001 ? '< 0.001' : value.toFixed(3));
const count = (value) => (value === null ? '–' : String(Math.round(value)));

const distinguishable = ({ interval }) => interval !== null && (interval.low > 0 || interval.high < 0);
function verdict(difference) {
  if (difference.interval === null) return '–';
  if (!distinguishable(difference)) return 'not distinguishable';
  return difference.mean > 0 ? 'yes, more' : 'yes, less';
}

const line = (condition) => (condition.communication === 'no-comm' ? 'no talk' : condition.structure);

function necessityTable(suites) {
  const rows = suites
    .filter(({ suite }) => suite.startsWith('check-necessity'))
    .flatMap(({ conditions, differences }) =>
      differences.map((difference) => {
        const mean = (communication) =>
          conditions.find(
            (row) =>
              row.communication === communication &&
              row.scenario === difference.scenario &&
              row.agents === difference.agents,
          ).mean;
        const sight = difference.sightMeters === undefined ? '' : `, sight ${difference.sightMeters} m`;
        return [
          difference.modelKind,
          `${difference.scenario}${sight}`,
          difference.agents,
          plain(mean('no-comm')),
          plain(mean('shared-observation')),
          signed(difference.mean),
          between(difference.interval),
          difference.seeds,
          difference.interval !== null && difference.interval.low > NECESSITY ? '**yes**' : 'no',
        ].map(String);
      }),
    );
  return markdownTable(
    [
      'model kind',
      'variant',
      'agents',
      'no talk',
      'shared observation',
      'difference',
      '95 %',
      'seeds',
      'belongs in a communication suite',
    ],
    rows,
  );
}

function talkTables({ conditions, differences }) {
  const head = [
    'model kind',
    'agents',
    'structure',
    'talk',
    'difference',
    '95 %',
    'p',
    'seeds',
    '0 excluded?',
  ];
  const table = (comparison) =>
    markdownTable(
      head,
      differences
        .filter((difference) => difference.comparison === comparison)
        .map((difference) => [
          difference.modelKind,
          String(difference.agents),
          difference.structure,
          plain(find(conditions, { ...difference, communication: 'talk' }).mean),
          signed(difference.mean),
          between(difference.interval),
          p(difference.pValue),
          String(difference.seeds),
          verdict(difference),
        ]),
    );
  return { matched: table('talk − silent-matched'), silent: table('talk − no-comm') };
}

const find = (conditions, { agents, structure, communication }) =>
  conditions.find(
    (row) => row.agents === agents && row.structure === structure && row.communication === communication,
  );

function tokenTable({ conditions }) {
  const total = ({ perEpisode }) => perEpisode.inputTokens + perEpisode.outputTokens;
  const rows = conditions
    .filter(({ communication }) => communication === 'talk')
    .flatMap((talk) => {
      const silent = find(conditions, { ...talk, communication: 'silent-matched' });
      if (silent === undefined) return [];
      return [
        [
          talk.modelKind,
          String(talk.agents),
          talk.structure,
          count(talk.perEpisode.messages),
          count(total(talk)),
          count(total(silent)),
          (total(talk) / total(silent)).toFixed(2),
          (talk.perEpisode.outputTokens / silent.perEpisode.outputTokens).toFixed(2),
        ],
      ];
    });
  return markdownTable(
    [
      'model kind',
      'agents',
      'structure',
      'messages sent',
      'tokens, talk',
      'tokens, silent-matched',
      'ratio',
      'ratio of output tokens',
    ],
    rows,
  );
}

function curveTable({ conditions }, axis) {
  const values = [...new Set(conditions.map((row) => row[axis]))].sort((a, b) => a - b);
  const lines = [...new Set(conditions.map(line))];
  const rows = lines.map((name) => [
    conditions[0].modelKind,
    name,
    ...values.map((value) => {
      const row = conditions.find((condition) => condition[axis] === value && line(condition) === name);
      return row === undefined || row.mean === null ? '–' : `${plain(row.mean)} (${between(row.interval)})`;
    }),
    String(Math.min(...conditions.filter((row) => line(row) === name).map(({ seeds }) => seeds))),
  ]);
  return markdownTable(['model kind', axis, ...values.map(String), 'seeds'], rows);
}

function curveSection(suites, { suite, axis, name, label }) {
  const results = suites.find((candidate) => candidate.suite === suite);
  if (results === undefined) return '';
  const { conditions, differences } = results;
  const last = Math.max(...conditions.map((row) => row[axis]));
  const ends = differences
    .filter((difference) => difference.axis === axis && difference.comparison.startsWith(`${axis} ${last} `))
    .map(
      (difference) =>
        `${difference.communication === 'no-comm' ? 'no talk' : difference.structure} ${signed(difference.mean)} (${between(difference.interval)}${distinguishable(difference) ? '' : ', not distinguishable'})`,
    );
  return `### ${label[0].toUpperCase()}${label.slice(1)}

![Share of the greatest score by ${label}; model kind: stand-in](pictures/engine-${name}.svg)

${curveTable(results, axis)}

Last point minus first, seed by seed (${conditions[0].modelKind}): ${ends.join('; ')}.`;
}

/** Pairs of structures whose difference is above 0 at one scale and below it at another. */
function reversals({ differences }) {
  const ofPairs = differences.filter(({ axis }) => axis === undefined);
  const pairs = [...new Set(ofPairs.map(({ comparison }) => comparison))];
  return pairs.map((pair) => {
    const scales = ofPairs
      .filter(({ comparison }) => comparison === pair)
      .sort((a, b) => a.timeScale - b.timeScale);
    const turns = scales.slice(1).flatMap((right, i) => {
      const left = scales[i];
      return left.mean * right.mean < 0 ? [{ left, right }] : [];
    });
    const sure = scales.filter(distinguishable);
    const turned = sure.some(({ mean }) => mean > 0) && sure.some(({ mean }) => mean < 0);
    return { pair, scales, turns, turned };
  });
}

function reversalTable(results) {
  const found = reversals(results);
  const scales = found[0].scales.map(({ timeScale }) => timeScale);
  const rows = found.map(({ pair, scales: differences, turns, turned }) => [
    differences[0].modelKind,
    pair,
    ...differences.map(
      (difference) =>
        `${signed(difference.mean)} (${between(difference.interval)})${distinguishable(difference) ? '' : ' not distinguishable'}`,
    ),
    turns.length === 0
      ? 'never'
      : `${turns.map(({ left, right }) => `between ${left.timeScale} and ${right.timeScale}`).join(', ')}${turned ? '; **reverses**' : '; not on both sides distinguishable from 0'}`,
  ]);
  return markdownTable(
    ['model kind', 'pair', ...scales.map((scale) => `timeScale ${scale}`), 'sign changes'],
    rows,
  );
}

/** The page as it should be, from results as engine-checks.js writes them. */
export async function engineChecksPage() {
  const { date, versions, suites } = readResults();
  const talk = suites.find(({ suite }) => suite === 'check-talk-v0');
  const timeScale = suites.find(({ suite }) => suite === 'check-time-scale-v0');
  const tables = talkTables(talk);
  const unfinished = suites.filter(({ played, planned }) => played < planned);
  return format(
    `# Checks of the engine with the rule-based stand-in: not findings about language models

<!-- Generated by docs/generate-engine-checks.js; do not edit. -->

No language model took part in anything on this page. Every team is \`chat\` on the model \`rule-based\`, a rule-based
chat model that reads and answers the very prompts language models get. Its model kind is **stand-in**. The numbers show
that talk, structures, channel and clock do something to the bodies, and where they do not; they say nothing about
how well any language model talks, and nothing about which structure is better for one.

Played ${date} with Quorum ${versions.quorum} (${versions.commit}), Node ${versions.node}. Scores are shares of the greatest
score (\`score.share\`, 0 … 1). Intervals are 95 % bootstrap intervals over seeds; differences are paired, seed by seed,
with two-sided sign-flip tests. Their p are exploratory: not corrected for their number.
${unfinished.map(({ suite, played, planned }) => `\nUnfinished: \`${suite}\`, ${played} of ${planned} episodes.\n`).join('')}
Again, from the start: \`rm -rf runs/engine-checks; npm run build && node benchmarks/engine-checks.js && node docs/generate-engine-checks.js\`.

## Necessity of communication

The same decision-maker without talk: once with its own observations, once with the shared observations of all. Thinking is
free here (\`zero-v1\`). The difference is what communication can bring. Only variants whose interval lies above
${NECESSITY} belong in a communication suite.

${necessityTable(suites)}

## Talk against silence

\`push-private-v0\`, where each weight is known to one seat; clock \`reference-v1\` (barrier: the world waits, but thinking
uses up virtual time). *Silent-matched* takes the same turns with every word withheld.

Talk minus silent-matched:

${tables.matched}

Talk minus no talk at all:

${tables.silent}

What it cost, per episode. Silent-matched is matched by turns, not by tokens:

${tokenTable(talk)}

## Response curves

\`push-private-v0\`, three agents. Bars are 95 % intervals.

${CURVES.map((curve) => curveSection(suites, curve)).join('\n\n')}

## Where rankings of structures turn with the price of thinking

Async: the world moves while a team thinks. Difference of each pair of structures at each scale, paired by seed.

${timeScale === undefined ? 'Not played yet.' : reversalTable(timeScale)}

## What did not come out as expected

${readFileSync(file('../benchmarks/engine-checks/remarks.md'), 'utf8')}`,
    { parser: 'markdown', printWidth: 110, singleQuote: true },
  );
}

/** SVG charts by file name under docs/pictures. */
export async function engineCharts() {
  const { suites } = readResults();
  const drawn = CURVES.flatMap(({ suite, axis, name, label }) => {
    const results = suites.find((candidate) => candidate.suite === suite);
    if (results === undefined) return [];
    const points = results.conditions.map((row) => ({
      x: row[axis],
      y: row.mean,
      ...row.interval,
      line: line(row),
    }));
    return [[`engine-${name}.svg`, drawCurve(points, label)]];
  });
  return Object.fromEntries(await Promise.all(drawn.map(async ([name, svg]) => [name, await svg])));
}

function readResults() {
  return JSON.parse(readFileSync(file('../benchmarks/results/engine-checks.json'), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file('engine-checks.md'), await engineChecksPage());
  for (const [name, svg] of Object.entries(await engineCharts()))
    writeFileSync(file(`pictures/${name}`), svg);
}
