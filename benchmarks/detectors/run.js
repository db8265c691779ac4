#!/usr/bin/env node
/**
 * Calibrates the detectors on injected faults, with stand-in agents:
 *
 *   npm run calibrate              plays, chooses thresholds on development seeds, reports on unseen ones
 *   npm run calibrate -- --quick   the same with two seeds each, for a look; writes nothing
 *   npm run calibrate -- --page    writes the page from the results again
 *
 * Writes benchmarks/results/detectors.json and docs/detectors-calibration.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { defaultThresholds } from '@quorum/metrics';
import { casesOf } from './cases.js';
import { condense, tune } from './condense.js';
import { THRESHOLD_SETS } from './grid.js';
import { calibrationPage } from './page.js';
import { playAll } from './play-all.js';

const RESULTS = fileURLToPath(new URL('../results/detectors.json', import.meta.url));
const PAGE = fileURLToPath(new URL('../../docs/detectors-calibration.md', import.meta.url));
const DEVELOPMENT_SEEDS = 5;
const UNSEEN_SEEDS = 12;
/** Unseen seeds begin here. */
const UNSEEN_FROM = 101;

const range = (from, count) => Array.from({ length: count }, (_, i) => from + i);

async function play(phase, seeds, thresholds) {
  const cases = casesOf(phase, seeds);
  const tasks = cases.map(({ spec }) => ({ spec, thresholds }));
  const records = await playAll(tasks, (done, of) => {
    if (done % 20 === 0 || done === of) process.stderr.write(`${phase}: ${done} of ${of}\n`);
  });
  return cases.map((one, i) => ({ ...one, record: records[i] }));
}

async function calibrate(quick) {
  const [few, many] = quick ? [2, 2] : [DEVELOPMENT_SEEDS, UNSEEN_SEEDS];
  const tuning = tune(await play('development', range(1, few), THRESHOLD_SETS));
  const chosen = Object.fromEntries(tuning.tuned.map(({ threshold, chosen: value }) => [threshold, value]));
  const unseen = await play('unseen', range(UNSEEN_FROM, many), [{ ...defaultThresholds, ...chosen }]);
  return {
    date: new Date().toISOString().slice(0, 10),
    seeds: { development: few, unseen: many },
    tuning,
    ...condense(unseen, tuning.tau),
  };
}

const given = process.argv.slice(2);
const unknown = given.filter((name) => name !== '--quick' && name !== '--page');
if (unknown.length > 0) {
  console.error(`There is no option ${unknown.join(', ')}. There are: --quick, --page.`);
  process.exit(2);
}
const quick = given.includes('--quick');
const results = given.includes('--page')
  ? JSON.parse(readFileSync(RESULTS, 'utf8'))
  : JSON.parse(JSON.stringify(await calibrate(quick)));
if (quick) process.stdout.write(calibrationPage(results));
else {
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(PAGE, calibrationPage(results));
}
