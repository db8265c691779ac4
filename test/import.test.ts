import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolder } from './helpers/quorum.js';

const fixtures = fileURLToPath(new URL('../packages/cli/src/import/fixtures/', import.meta.url));

it('imports logs of COOP2, reports and queries them', async () => {
  const run = join(temporaryFolder(), 'run');
  const made = await quorum(['import', 'coop2', fixtures, '--out', run, '--json']);
  expect(made.exitCode, made.stderr).toBe(0);
  const { episodes, notCarriedOver } = JSON.parse(made.stdout) as Record<string, unknown[]>;
  expect(episodes).toHaveLength(2);
  expect(notCarriedOver?.length).toBeGreaterThan(5);

  const [report, query, damaged] = await Promise.all([
    quorumInProcess(['report', run]),
    quorumInProcess([
      'query',
      run,
      '--csv',
      'SELECT seat, count(*) AS n FROM plans WHERE start_tick < 240 GROUP BY seat ORDER BY seat',
    ]),
    quorumInProcess(['query', run, 'SELECT nothing FROM plans']),
  ]);
  expect(report.exitCode, report.stderr).toBe(0);
  expect(report.stdout).toMatch(/2x coop2 +llm +coop2-centralized .* 2\.000 \(n=1\)/);
  expect(query.exitCode, query.stderr).toBe(0);
  // Plans of both episodes: 2 and 2 of seat 0, 3 and 1 of seat 1.
  expect(query.stdout).toBe('seat,n\n0,4\n1,4');
  expect(damaged.exitCode).toBe(2);
  expect(damaged.stderr).toMatch(/^error USAGE: DuckDB: Binder Error: .*"nothing" not found/);
  expect(damaged.stderr).not.toContain('    at ');
});
