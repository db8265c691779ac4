import { appendFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorum, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { finishedLogs } from './helpers/run-files.js';

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');

beforeAll(async () => {
  const { exitCode, stderr } = await quorum(['run', writeSuite(folder), '-o', run, '--seeds', '1', '-q']);
  expect(exitCode, stderr).toBe(0);
});

it('passes what was just played, at both levels, folder or file', async () => {
  const all = await quorum(['verify', run]);
  expect(all.exitCode, all.stderr).toBe(0);
  expect(all.stdout).toContain('level 1: world re-simulated: 2 of 2 episodes passed');
  expect(all.stdout).toContain('level 2: agents re-run: 2 of 2 episodes passed');

  const [log = ''] = finishedLogs(run).keys();
  const one = await quorum(['verify', join(run, log), '--level', '1', '--json']);
  expect(JSON.parse(one.stdout)).toMatchObject({ passed: true, verdicts: [{ level: 1 }] });
});

it('ends with 100 and names every bad episode', async () => {
  const [greedy = '', random = ''] = finishedLogs(run).keys();
  truncateSync(join(run, random), 5000);
  appendFileSync(join(run, greedy), '{}\n');
  const { exitCode, stdout } = await quorum(['verify', run]);
  expect(exitCode).toBe(100);
  expect(stdout).toMatch(/FAILED episodes\/.*random.*\n {2}log: line \d+: it is cut off/);
  expect(stdout).toMatch(/FAILED episodes\/.*greedy.*\n {2}log: line \d+: text follows the last event/);
  expect(stdout).toContain('2 episodes failed');
});
