#!/usr/bin/env node
/**
 * Measures the necessity of communication of each variant of a scenario: what knowing everything is worth to the same
 * decision-maker without talk.
 *
 *   npm run build
 *   node benchmarks/necessity.js
 *
 * Plays the suites benchmarks/engine-checks/check-necessity-*.yaml (goes on where it stopped; remove runs/engine-checks
 * to play anew) and writes benchmarks/necessity.json, by which reports say what talk can bring in a world.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { communicationOf } from '@quorum/agents';
import { pairedDifference, samplesOf } from '@quorum/metrics';
import { readRun } from '../packages/cli/dist/run-folder/read-run.js';
import { describeCondition } from '../packages/cli/dist/suite/describe-condition.js';

const COLUMN = 'score.share';
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const round = (value) => Number(value.toFixed(4));

function play(suite) {
  const folder = path(`../runs/engine-checks/${suite}`);
  const quorum = path('../packages/cli/bin/quorum.js');
  const { status } = spawnSync(
    process.execPath,
    [quorum, 'run', path(`engine-checks/${suite}.yaml`), '-o', folder, '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status !== 0) process.exit(status ?? 130);
  return readRun(folder);
}

/** Shared observation − none, for every world and number of agents of a run. */
function measure({ manifest, rows }) {
  const samples = (condition) =>
    samplesOf(
      rows.filter((row) => row.condition === condition).map(({ result }) => result),
      COLUMN,
    );
  const withEyes = (communication) =>
    manifest.conditions.filter(({ header }) => communicationOf(header) === communication);
  return withEyes('no-comm').map((none) => {
    const { scenario, options, horizonTicks, team, versions } = none.header;
    const world = JSON.stringify([scenario, options, horizonTicks, team.length]);
    const shared = withEyes('shared-observation').find(
      ({ header }) =>
        JSON.stringify([header.scenario, header.options, header.horizonTicks, header.team.length]) === world,
    );
    const { seeds, mean, interval } = pairedDifference(samples(shared), samples(none));
    const { models, modelKind } = describeCondition(none.header, none.settings);
    return {
      scenario,
      world: versions.world,
      agents: team.length,
      options,
      horizonTicks,
      column: COLUMN,
      model: models.join(' + '),
      modelKind,
      seeds,
      mean: round(mean),
      interval: { low: round(interval.low), high: round(interval.high) },
    };
  });
}

const suites = readdirSync(path('engine-checks'))
  .filter((file) => /^check-necessity.*\.yaml$/.test(file))
  .map((file) => file.replace(/\.yaml$/, ''))
  .sort();
const variants = suites.flatMap((suite) => measure(play(suite)));
writeFileSync(
  path('necessity.json'),
  `${JSON.stringify({ format: 'quorum-necessity/1', variants }, null, 2)}\n`,
);
