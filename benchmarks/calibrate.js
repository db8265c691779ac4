#!/usr/bin/env node
/**
 * Plays the scripted baselines on the development seeds of a scenario and freezes what they reach:
 *
 *   node benchmarks/calibrate.js SCENARIO …
 *
 * A new variant gets the shortest horizon, in steps of ten seconds, at which `central` scores at least 80 % of the maximum
 * and `random` at most 10 % (means over the seeds); it is printed here. The horizon stays with the name of the variant, also
 * where a later fix of the world makes a shorter one enough. Writes benchmarks/references/SCENARIO.json, which reports
 * normalise with, and benchmarks/results/calibration-SCENARIO.json, from which docs/scenarios.md is made, both at the
 * horizon of the variant.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createHeader, runEpisode } from '@quorum/agents';
import { findScenario } from '@quorum/env';
import { createEventLog } from '@quorum/events/node';
import { summarise } from '@quorum/metrics';

const TEAMS = ['random', 'greedy', 'central'];
const STEP_SECONDS = 10;
const TICKS_PER_SECOND = 60;
const ENOUGH = 0.8;
const TOO_EASY = 0.1;

/** Team sizes, seeds and the longest horizon considered. The largest cubes are slow: fewer seeds, and the table says so. */
const PLANS = {
  'push-nine-v0': [3, 6].map((agents) => ({ agents, seeds: 50, longest: 240 })),
  'push-private-v0': [3, 6].map((agents) => ({ agents, seeds: 50, longest: 240 })),
  // Keeps the horizons of push-nine-v0, so that the two can be compared pair by pair.
  'push-grid-v0': [
    { agents: 3, seeds: 50, longest: 90 },
    { agents: 6, seeds: 50, longest: 50 },
  ],
  'push-cube-v0': [
    ...[1, 2, 4, 8, 16].map((agents) => ({ agents, seeds: 50, longest: 240 })),
    { agents: 32, seeds: 50, longest: 240 },
    { agents: 64, seeds: 6, longest: 400 },
  ],
};

/** Share of the greatest score after each step of ten seconds. */
async function play(scenario, agent, agents, seed, longest) {
  const header = createHeader({
    scenario,
    options: {},
    seed,
    repeat: 1,
    team: Array(agents).fill(agent),
    structure: 'individual',
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    horizonSeconds: longest,
  });
  const log = createEventLog(header, () => {});
  const steps = Array(longest / STEP_SECONDS).fill(0);
  const append = (draft, tick, time) => {
    const event = log.append(draft, tick, time);
    if (event.type === 'score.changed') {
      const first = Math.ceil(tick / TICKS_PER_SECOND / STEP_SECONDS) - 1;
      for (let step = Math.max(0, first); step < steps.length; step++) steps[step] = event.total / event.max;
    }
    return event;
  };
  await runEpisode(header, { log: { append } });
  return { steps, options: header.options, world: header.versions.world };
}

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

function statistics(shares) {
  const { mean, sd } = summarise(shares.map((value, i) => ({ seed: i + 1, value })));
  return {
    mean,
    sd,
    seeds: shares.length,
    atMinimum: shares.filter((share) => share === 0).length / shares.length,
    atMaximum: shares.filter((share) => share === 1).length / shares.length,
  };
}

/** Curves of one team over the seeds. */
async function playAll(scenario, agent, { agents, seeds }, seconds) {
  const played = [];
  for (let seed = 1; seed <= seeds; seed++) {
    played.push(await play(scenario, agent, agents, seed, seconds));
    process.stderr.write(`\r${scenario} ${agents} ${agent} ${seed}/${seeds}   `);
  }
  return played;
}

async function calibrate(scenario, plan) {
  const { agents, longest } = plan;
  const central = await playAll(scenario, 'central', plan, longest);
  const meanAt = (step) => mean(central.map(({ steps }) => steps[step]));
  let shortest = 0;
  while (shortest < longest / STEP_SECONDS - 1 && meanAt(shortest) < ENOUGH) shortest++;
  const shortestSeconds = (shortest + 1) * STEP_SECONDS;
  const horizonSeconds = findScenario(scenario).horizonSeconds(agents, central[0].options);
  const chosen = horizonSeconds / STEP_SECONDS - 1;
  const shares = { central: central.map(({ steps }) => steps[chosen]) };
  for (const agent of ['random', 'greedy']) {
    const played = await playAll(scenario, agent, plan, horizonSeconds);
    shares[agent] = played.map(({ steps }) => steps.at(-1));
  }
  const calibrated = meanAt(chosen) >= ENOUGH && mean(shares.random) <= TOO_EASY;
  const teams = Object.fromEntries(TEAMS.map((agent) => [agent, statistics(shares[agent])]));
  process.stderr.write(
    `\r${scenario} ${agents}: ${horizonSeconds} s${calibrated ? '' : ' (criterion not met)'}, enough: ${shortestSeconds} s          \n`,
  );
  const [{ options, world }] = central;
  return { world, agents, options, horizonSeconds, shortestSeconds, calibrated, teams };
}

const frozen = ({ mean, sd, seeds }) => ({ mean, sd, seeds });

function write(folder, name, content) {
  mkdirSync(new URL(folder, import.meta.url), { recursive: true });
  writeFileSync(new URL(`${folder}/${name}.json`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
}

const names = process.argv.slice(2);
if (names.length === 0 || names.some((name) => !(name in PLANS))) {
  console.error(
    `Usage: node benchmarks/calibrate.js SCENARIO …\nScenarios: ${Object.keys(PLANS).join(', ')}.`,
  );
  process.exit(2);
}
for (const scenario of names) {
  const sizes = [];
  for (const plan of PLANS[scenario]) sizes.push(await calibrate(scenario, plan));
  write('results', `calibration-${scenario}`, { scenario, stepSeconds: STEP_SECONDS, sizes });
  write('references', scenario, {
    format: 'quorum-references/1',
    scenario,
    column: 'score.share',
    teams: sizes.map(({ world, agents, options, horizonSeconds, teams }) => ({
      world,
      agents,
      options,
      horizonTicks: horizonSeconds * TICKS_PER_SECOND,
      random: frozen(teams.random),
      central: frozen(teams.central),
    })),
  });
}
