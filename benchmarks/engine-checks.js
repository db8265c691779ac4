#!/usr/bin/env node
/**
 * Plays the checks of the engine and condenses them:
 *
 *   npm run build
 *   node benchmarks/engine-checks.js [SUITE …]      plays (goes on where it stopped), then condenses
 *   node benchmarks/engine-checks.js --condense     condenses what is played
 *   node docs/generate-engine-checks.js             writes the page and its charts
 *
 * SUITE is the name of a file in benchmarks/engine-checks. Runs go to runs/engine-checks; remove that folder to play
 * anew. Writes benchmarks/results/engine-checks.json, from which docs/engine-checks.md is made.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { condenseRun } from './engine-checks/condense-run.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const quorum = path('../packages/cli/bin/quorum.js');
const suiteNames = readdirSync(path('engine-checks'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replace(/\.yaml$/, ''))
  .sort();
const runFolder = (suite) => path(`../runs/engine-checks/${suite}`);

function play(suite) {
  process.stderr.write(`${suite}\n`);
  const { status } = spawnSync(
    process.execPath,
    [quorum, 'run', path(`engine-checks/${suite}.yaml`), '-o', runFolder(suite), '-q'],
    { stdio: 'inherit' },
  );
  // Without a status it was interrupted; 1 tells of single episodes, which the results count.
  if (status !== 0 && status !== 1) process.exit(status ?? 130);
}

function condense() {
  const suites = suiteNames.filter((suite) => existsSync(runFolder(suite)));
  const { version } = JSON.parse(readFileSync(path('../packages/cli/package.json'), 'utf8'));
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: path('..'), encoding: 'utf8' });
  const results = {
    date: new Date().toISOString().slice(0, 10),
    versions: { quorum: version, commit: commit.trim(), node: process.version },
    suites: suites.map((suite) => condenseRun(runFolder(suite))),
  };
  writeFileSync(path('results/engine-checks.json'), `${JSON.stringify(results, null, 2)}\n`);
}

const given = process.argv.slice(2);
const chosen = given.filter((name) => name !== '--condense');
const unknown = chosen.filter((name) => !suiteNames.includes(name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. There are: ${suiteNames.join(', ')}.`);
  process.exit(2);
}
if (!given.includes('--condense')) for (const suite of chosen.length > 0 ? chosen : suiteNames) play(suite);
condense();
