import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolder, writeSuite } from './helpers/quorum.js';
import { episodeDigests, episodeFiles, finishedLogs } from './helpers/run-files.js';

it('plays a suite into a run folder, reports it, plays nothing twice, and writes the same with one worker', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder);
  const run = join(folder, 'run');

  const first = await quorum(['run', suite, '-o', run, '--workers', '2']);
  expect(first.exitCode, first.stderr).toBe(0);
  expect(first.stdout).toMatch(/2x random +scripted +3 +3 +\d\.\d{3} \(/);
  expect(episodeFiles(run)).toHaveLength(6 * 3);
  expect(readFileSync(join(run, 'suite.yaml'), 'utf8')).toBe(readFileSync(suite, 'utf8'));
  const summary = readFileSync(join(run, 'summary.csv'), 'utf8').trim().split('\n');
  expect(summary).toHaveLength(1 + 6);
  expect(summary[0]).toMatch(/^suite,condition,scenario,agents,team,model,model_kind,.*score\.share/);

  const before = finishedLogs(run);
  const second = await quorum(['run', suite, '-o', run]);
  expect(second.exitCode, second.stderr).toBe(0);
  expect(second.stderr).toContain('6 of 6 episodes are already finished');
  expect(finishedLogs(run)).toEqual(before);
  expect(second.stdout).toBe(first.stdout);

  const other = join(folder, 'other');
  const single = await quorumInProcess(['run', suite, '-o', other, '--workers', '1', '-q']);
  expect(single.exitCode, single.stderr).toBe(0);
  expect(episodeDigests(other)).toEqual(episodeDigests(run));
  expect(readFileSync(join(other, 'summary.csv'), 'utf8').trim().split('\n')).toEqual(summary);
});

it('plays an ad-hoc grid and keeps the suite that it was', async () => {
  const folder = temporaryFolder();
  const args = ['run', 'push-nine-v0', '-g', 'team=greedy,greedy+random', '-g', 'agents=2', '--seeds', '1'];
  const planned = await quorumInProcess([...args, '--dry-run', '--json']);
  expect(JSON.parse(planned.stdout)).toMatchObject({ episodes: 2, missing: 2 });

  const only = ['--only', '*2x-greedy*'];
  const { exitCode, stderr, stdout } = await quorum([...args, ...only, '--json'], { cwd: folder });
  expect(exitCode, stderr).toBe(0);
  const { folder: run, conditions } = JSON.parse(stdout) as { folder: string; conditions: unknown[] };
  expect(conditions).toMatchObject([{ team: ['greedy', 'greedy'], modelKind: 'scripted', planned: 1 }]);

  const again = await quorumInProcess(['run', join(run, 'suite.yaml'), '-o', run, '--dry-run']);
  expect(again.stdout).toContain('1 of 2 episodes would be played');
});

it('lets a run grow by further seeds', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder);
  const run = join(folder, 'run');
  await quorumInProcess(['run', suite, '-o', run, '--seeds', '1', '-q']);
  const before = finishedLogs(run);
  const grown = await quorumInProcess(['run', suite, '-o', run, '--seeds', '1,2', '-q']);
  expect(grown.exitCode, grown.stderr).toBe(0);
  const after = finishedLogs(run);
  expect(after.size).toBe(4);
  for (const [path, time] of before) expect(after.get(path)).toBe(time);
  const report = await quorumInProcess(['report', run]);
  expect(report.stdout).toContain('Not the published suite: changed by --seeds 1,2.');
});
