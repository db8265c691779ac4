import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { engineCharts, engineChecksPage } from '../docs/generate-engine-checks.js';

const committed = (path: string) => readFileSync(new URL(`../docs/${path}`, import.meta.url), 'utf8');
const hint = 'run `node docs/generate-engine-checks.js`';

it('docs/engine-checks.md says what the checks measured', async () => {
  expect(await engineChecksPage(), hint).toBe(committed('engine-checks.md'));
});

it('the charts of docs/engine-checks.md show what the checks measured', async () => {
  const charts = (await engineCharts()) as Readonly<Record<string, string>>;
  const pictures = readdirSync(new URL('../docs/pictures', import.meta.url));
  expect(Object.keys(charts).sort()).toEqual(pictures.filter((name) => name.startsWith('engine-')).sort());
  for (const [name, svg] of Object.entries(charts)) expect(svg, hint).toBe(committed(`pictures/${name}`));
});

it('every line of every table names the model kind', () => {
  const rows = committed('engine-checks.md')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s:|-]+\|$/.test(line) && !line.includes('model kind'));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((row) => !/^\|\s*stand-in\s*\|/.test(row))).toEqual([]);
});
