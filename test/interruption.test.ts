import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, SHORT_SUITE, temporaryFolder, writeSuite } from './helpers/quorum.js';
import { episodeDigests, finishedLogs } from './helpers/run-files.js';

const SUITE = SHORT_SUITE.replace('seeds: 1..3', 'seeds: 1..6').replace('random, greedy', 'greedy');

/** Starts a run and sends it a signal as soon as its first episode is finished. */
async function interruptedRun(suite: string, run: string, signal: 'SIGINT' | 'SIGKILL') {
  const running = quorum(['run', suite, '-o', run, '--workers', '1']);
  for await (const line of running.iterable({ from: 'stderr' })) {
    if (line.startsWith('[1/6]')) running.kill(signal);
  }
  return running;
}

it('goes on after kill -9 as if nothing had happened', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, SUITE);
  const run = join(folder, 'run');
  const killed = await interruptedRun(suite, run, 'SIGKILL');
  expect(killed.signal).toBe('SIGKILL');
  const kept = finishedLogs(run);
  expect(kept.size).toBeGreaterThanOrEqual(1);
  expect(kept.size).toBeLessThan(6);

  const resumed = await quorumInProcess(['run', suite, '-o', run]);
  expect(resumed.exitCode, resumed.stderr).toBe(0);
  const logs = finishedLogs(run);
  for (const [path, time] of kept) expect(logs.get(path)).toBe(time);

  const whole = join(folder, 'whole');
  const undisturbed = await quorumInProcess(['run', suite, '-o', whole]);
  expect(episodeDigests(run)).toEqual(episodeDigests(whole));
  const table = (text: string): string => text.slice(0, text.indexOf('Files:'));
  expect(table(resumed.stdout)).toBe(table(undisturbed.stdout));
});

it('stops at Ctrl-C, says how to go on, and goes on', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, SUITE);
  const run = join(folder, 'run');
  const stopped = await interruptedRun(suite, run, 'SIGINT');
  expect(stopped.exitCode).toBe(130);
  expect(stopped.stderr).toMatch(/interrupted: [1-5] of 6 episodes are finished and kept/);
  expect(stopped.stderr).toContain(`run ${suite} -o ${run} --workers 1`);

  const resumed = await quorumInProcess(['run', suite, '-o', run]);
  expect(resumed.exitCode, resumed.stderr).toBe(0);
  expect(finishedLogs(run).size).toBe(6);
});

it('refuses a folder that another run is writing, and leaves that run alone', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, SUITE);
  const run = join(folder, 'run');
  const first = quorum(['run', suite, '-o', run, '--workers', '1']);
  let second: Awaited<ReturnType<typeof quorumInProcess>> | undefined;
  for await (const line of first.iterable({ from: 'stderr' })) {
    if (!line.startsWith('[1/6]')) continue;
    // Paused, so that it is certainly still at work when the second one looks.
    first.kill('SIGSTOP');
    second = await quorumInProcess(['run', suite, '-o', run]);
    first.kill('SIGCONT');
  }
  expect(second?.exitCode).toBe(1);
  expect(second?.stderr).toMatch(/error RUN_FOLDER: .*another run is writing here \(process \d+/);
  expect((await first).exitCode).toBe(0);
  expect(finishedLogs(run).size).toBe(6);
});
