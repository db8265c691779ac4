// `npm run bench`: all benches in one process. docs/performance.md says what is measured and how.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINE_VERSION } from '@quorum/env';
import { createTerminal } from '../../packages/cli/dist/output/terminal.js';
import { textTable } from '../../packages/cli/dist/output/text-table.js';
import { bench as decisions } from './decisions.js';
import { bench as events } from './events.js';
import { bench as folds } from './folds.js';
import { isBusy, machineKey, machineLine, thisMachine } from './machine.js';
import { bench as observe } from './observe.js';
import { bench as path } from './path.js';
import { bench as reset } from './reset.js';
import { isMet, missedRatios, TABLE_HEAD, tableRows } from './results.js';
import { bench as save } from './save.js';
import { bench as tick } from './tick.js';
import { bench as verify } from './verify.js';
import { bench as viewer } from './viewer.js';
import { bench as waiting } from './waiting.js';
import { bench as workers } from './workers.js';
import { bench as worlds } from './worlds.js';

const benches = {
  tick,
  reset,
  save,
  observe,
  path,
  worlds,
  decisions,
  workers,
  waiting,
  verify,
  events,
  folds,
  viewer,
};
const RESULTS_FOLDER = fileURLToPath(new URL('../results/', import.meta.url));
const USAGE_STATUS = 2;
const MISSED_STATUS = 100;

const USAGE = `usage: npm run bench -- [--only NAME]... [--quick] [--json] [--check]

  --only NAME  one bench, several times for several: ${Object.keys(benches).join(', ')}
  --quick      fewer rounds: a look, not a measurement
  --json       JSON on stdout instead of the table
  --check      exit status 100 when a ratio misses its target

A full run also writes its JSON to benchmarks/results; --only and --quick write no file.`;

/** Options of the command line, or the problem with them. */
function readOptions() {
  const flag = { type: 'boolean', default: false };
  const only = { type: 'string', multiple: true, default: [] };
  try {
    const { values } = parseArgs({ options: { only, quick: flag, json: flag, check: flag, help: flag } });
    const unknown = values.only.find((name) => !Object.hasOwn(benches, name));
    return unknown === undefined ? values : { problem: `There is no bench "${unknown}".` };
  } catch (error) {
    return { problem: error.message };
  }
}

function packageVersion() {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return JSON.parse(text).version;
}

async function measure({ only, quick }, terminal) {
  const results = [];
  for (const [bench, run] of Object.entries(benches)) {
    if (only.length > 0 && !only.includes(bench)) continue;
    terminal.note(`${bench} …`);
    for (const result of await run({ quick })) results.push({ bench, ...result });
  }
  return results;
}

/** The document of format `quorum-bench/1`, specified in docs/performance.md. */
function toDocument(date, machine, quick, results) {
  return {
    format: 'quorum-bench/1',
    date,
    machine,
    versions: { quorum: packageVersion(), engine: ENGINE_VERSION },
    quick,
    results: results.map((result) => ({
      bench: result.bench,
      name: result.name,
      value: Number(result.value.toPrecision(4)),
      unit: result.unit,
      atMost: result.atMost ?? null,
      atLeast: result.atLeast ?? null,
      met: isMet(result),
      note: result.note ?? null,
    })),
  };
}

function showTable({ date, machine, versions, results }, measured, terminal) {
  terminal.out(`Quorum ${versions.quorum}, ${versions.engine}, ${date}`);
  terminal.out(machineLine(machine));
  terminal.out('');
  terminal.out(textTable(TABLE_HEAD, tableRows(measured), terminal.color));
  const judged = results.filter(({ met }) => met !== null);
  const missed = judged.filter(({ met }) => met === false).length;
  if (judged.length === 0) return;
  terminal.out('');
  terminal.out(`${judged.length - missed} of ${judged.length} targets met`);
}

async function main(options) {
  const terminal = createTerminal();
  const machine = thisMachine();
  const date = new Date().toISOString();
  if (isBusy(machine)) {
    terminal.note(`warning: load ${machine.load} on ${machine.cores} cores: times will be too long;`);
    terminal.note('         ratios suffer less, except that of workers, which needs all cores.');
  }
  const measured = await measure(options, terminal);
  const found = toDocument(date, machine, options.quick, measured);
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (options.json) terminal.write(text);
  else showTable(found, measured, terminal);
  if (!options.quick && options.only.length === 0) {
    mkdirSync(RESULTS_FOLDER, { recursive: true });
    const file = `${date.slice(0, 10)}-${machineKey(machine)}.json`;
    writeFileSync(join(RESULTS_FOLDER, file), text);
    terminal.note(`written to benchmarks/results/${file}`);
  }
  return options.check && missedRatios(measured).length > 0 ? MISSED_STATUS : 0;
}

const options = readOptions();
if (options.problem !== undefined) {
  process.stderr.write(`error: ${options.problem}\n\n${USAGE}\n`);
  process.exitCode = USAGE_STATUS;
} else if (options.help) {
  process.stdout.write(`${USAGE}\n`);
} else {
  process.exitCode = await main(options);
}
