#!/usr/bin/env node
/**
 * Calibrates the detectors on injected faults, with stand-in agents:
 *
 *   npm run calibrate              plays, chooses thresholds on development seeds, reports on unseen ones
 *   npm run calibrate -- --quick   the same with two seeds each, for a look; writes nothing
 *   npm run calibrate -- --page    writes the page from the results again
 *   npm run calibrate -- --threads 4 --resume   goes on where it stopped; only if no code has changed since
 *
 * Writes benchmarks/results/detectors.json and docs/detectors-calibration.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { casesOf } from './cases.js';
import { condense, tune } from './condense.js';
import { GRID, THRESHOLD_SETS } from './grid.js';
import { calibrationPage } from './page.js';
import { forgetPlayed, playAll } from './play-all.js';

const RESULTS = fileURLToPath(new URL('../results/detectors.json', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/detectors-calibration.md', import.meta.url));
const DEVELOPMENT_SEEDS = 4;
const UNSEEN_SEEDS = 12;
/** Controls are played on more: false alarms are rare, and come in all worlds of a seed alike. */
const UNSEEN_CONTROL_SEEDS = 24;
/**
 * Where seeds begin that earlier editions reported as unseen, and that rules were changed with: their controls
 * count in the choice of thresholds, for which four seeds have too few false alarms.
 */
const FORMERLY_UNSEEN = [101, 201, 301, 401, 501, 601, 701];
const FORMERLY_UNSEEN_SEEDS = 8;
/** Unseen seeds begin here. */
const UNSEEN_FROM = 801;

const range = (from, count) => Array.from({ length: count }, (_, i) => from + i);

const controlsOf = (phase, seeds) => casesOf(phase, seeds).filter(({ kind }) => kind !== 'fault');

async function play(phase, cases, threads) {
  const tasks = cases.map(({ spec }) => ({ spec, thresholds: THRESHOLD_SETS }));
  const records = await playAll(tasks, threads, (done, of) => {
    if (done % 20 === 0 || done === of) process.stderr.write(`${phase}: ${done} of ${of}\n`);
  });
  return cases.map((one, i) => ({ ...one, record: records[i] }));
}

async function calibrate(quick, threads) {
  const [few, many] = quick ? [2, 2] : [DEVELOPMENT_SEEDS, UNSEEN_SEEDS];
  const formerly = quick ? [] : FORMERLY_UNSEEN.flatMap((from) => range(from, FORMERLY_UNSEEN_SEEDS));
  const development = [...casesOf('development', range(1, few)), ...controlsOf('development', formerly)];
  const tuning = tune(await play('development', development, threads));
  const further = quick ? [] : range(UNSEEN_FROM + many, UNSEEN_CONTROL_SEEDS - many);
  const cases = [...casesOf('unseen', range(UNSEEN_FROM, many)), ...controlsOf('unseen', further)];
  const unseen = await play('unseen', cases, threads);
  return {
    date: new Date().toISOString().slice(0, 10),
    seeds: { development: few, unseen: many, controls: many + further.length },
    tuning,
    ...condense(withChosen(unseen, tuning.tuned), tuning.tau),
  };
}

/** Of each record the findings that the chosen thresholds give. */
function withChosen(played, tuned) {
  const setOf = new Map(tuned.map(({ rule, chosen }) => [rule, GRID[rule][1].indexOf(chosen)]));
  return played.map(({ record, ...one }) => {
    const kept = record.findings.map((list, set) =>
      list.filter(({ rule }) => (setOf.get(rule) ?? 0) === set),
    );
    return { ...one, record: { ...record, findings: [kept.flat()] } };
  });
}

/** Options of the command line, or the problem with them. */
function readOptions() {
  const flag = { type: 'boolean', default: false };
  try {
    const threads = { type: 'string', default: '2' };
    return parseArgs({ options: { quick: flag, page: flag, resume: flag, threads } }).values;
  } catch (error) {
    return { problem: error.message };
  }
}

const { problem, quick, page, resume, threads } = readOptions();
if (problem !== undefined) {
  console.error(`error: ${problem}`);
  process.exit(2);
}
if (!page && !resume) forgetPlayed();
const results = page
  ? JSON.parse(readFileSync(RESULTS, 'utf8'))
  : JSON.parse(JSON.stringify(await calibrate(quick, Number(threads))));
if (quick) process.stdout.write(calibrationPage(results));
else {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const text = calibrationPage(results);
  writeFileSync(PAGE, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
}
