import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ASKED_SUITE, manifestOf, MODEL, prepareRun, serveModels, WAIT } from './helpers/asked-run.js';
import { watchRun } from '../packages/cli/src/view/watch-run.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';

it('stops when the money is spent, keeps what is finished, and goes on with more', async () => {
  const server = await serveModels({ text: WAIT, usage: { input: 1_000_000, output: 0 } });
  const { folder, run, play } = prepareRun(ASKED_SUITE.replace('1..2', '1..3'));
  const prices = join(folder, 'prices.yaml');
  writeFileSync(prices, `asOf: 2025-11\nmodels:\n  ${MODEL}: { input: 1, output: 1 }\n`);
  const one = ['--concurrency', '1', '--prices', prices];
  // An episode makes six calls, each for a dollar.
  const stopped = await play(server, ...one, '--max-cost', '8');
  expect(stopped.exitCode).toBe(1);
  expect(stopped.stderr).toMatch(/stopped: 1 of 3 episodes are finished and kept/);
  expect(stopped.stderr).toMatch(
    /error COST_LIMIT: The run has spent US\$ \d+\.00 on models; it may spend 8/,
  );
  expect(manifestOf(run).sessions[0]?.outcome).toBe('failed');
  expect(watchRun(run).listing().prices).toEqual({ [MODEL]: { input: 1, output: 1 } });

  const asked = server.asked.length;
  const same = await play(server, ...one, '--max-cost', '8');
  expect([same.exitCode, server.asked.length]).toEqual([1, asked]);
  const more = await play(server, ...one, '--max-cost', '100');
  expect(more.exitCode, more.stderr).toBe(0);
  expect((await quorumInProcess(['verify', run])).exitCode).toBe(0);
});

it('forecasts calls, tokens and money offline, from finished episodes where there are some', async () => {
  const server = await serveModels({ text: WAIT, usage: { input: 5000, output: 10 } });
  const { run, play, suite } = prepareRun();
  interface Forecast {
    readonly forecast: {
      readonly rows: readonly {
        readonly basis: string;
        readonly calls: number;
        readonly inputTokens: number;
        readonly dollars: number | null;
      }[];
      readonly unpriced: readonly string[];
    };
  }
  const dryRun = async (...args: readonly string[]): Promise<Forecast['forecast']> => {
    const env = { OPENAI_API_KEY: '' };
    const { stdout, stderr } = await quorumInProcess(
      ['run', suite, '-o', run, '--dry-run', '--json', ...args],
      {
        env,
      },
    );
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as Forecast).forecast;
  };
  const before = await dryRun();
  expect(before.rows).toEqual([expect.objectContaining({ basis: 'stand-in', model: MODEL, episodes: 2 })]);
  expect(before.rows[0]?.calls).toBeGreaterThan(0);
  expect(before.rows[0]?.dollars).toBeGreaterThan(0);
  expect(existsSync(run)).toBe(false);

  await play(server, '--seeds', '1');
  const after = await dryRun();
  expect(after.rows).toEqual([
    expect.objectContaining({ basis: 'finished episodes', episodes: 1, calls: 6, inputTokens: 30_000 }),
  ]);
  const unpriced = await dryRun('--model', 'openai:unheard-of', '-o', join(run, '..', 'other'));
  expect(unpriced.unpriced).toEqual(['openai:unheard-of']);
});
