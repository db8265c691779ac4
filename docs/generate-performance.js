#!/usr/bin/env node
/**
 * Puts the latest results of `npm run bench` into docs/performance.md:
 *
 *   node docs/generate-performance.js
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { format } from 'prettier';
import { machineLine } from '../benchmarks/perf/machine.js';
import { TABLE_HEAD, tableRows } from '../benchmarks/perf/results.js';
import { markdownTable } from '../packages/cli/dist/output/markdown-table.js';

const RESULT_FILE = /^\d{4}-\d\d-\d\d-[0-9a-f]{8}\.json$/;
const SECTION = /(<!-- results -->).*(<!-- end of results -->)/s;
const folder = fileURLToPath(new URL('../benchmarks/results', import.meta.url));
const page = fileURLToPath(new URL('performance.md', import.meta.url));

const latest = readdirSync(folder)
  .filter((file) => RESULT_FILE.test(file))
  .sort()
  .at(-1);
if (latest === undefined) throw new Error('benchmarks/results holds no result: run `npm run bench` first.');
const { date, machine, versions, results } = JSON.parse(readFileSync(join(folder, latest), 'utf8'));
const measured = results.map(({ atMost, atLeast, ...result }) => ({
  ...result,
  ...(atMost !== null && { atMost }),
  ...(atLeast !== null && { atLeast }),
}));
const section = `${date.slice(0, 10)}, Quorum ${versions.quorum} on ${versions.engine}; ${machineLine(machine)}
([${latest}](../benchmarks/results/${latest})):

${markdownTable(TABLE_HEAD, tableRows(measured))}`;
const text = readFileSync(page, 'utf8').replace(
  SECTION,
  (_, start, end) => `${start}\n\n${section}\n\n${end}`,
);
writeFileSync(page, await format(text, { parser: 'markdown', printWidth: 110, singleQuote: true }));
