import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ASKED_SUITE, KEY, MODEL, prepareRun, serveModels, tapesOf, WAIT } from './helpers/asked-run.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { episodeDigests } from './helpers/run-files.js';

it('plays from the tapes of another run, without model and key', async () => {
  const server = await serveModels({ text: WAIT });
  const { folder, suite, run, play } = prepareRun();
  await play(server);
  const asked = server.asked.length;
  const again = join(folder, 'again');
  const taped = await quorumInProcess(['run', suite, '-o', again, '--tape', run], {
    env: { OPENAI_API_KEY: '' },
  });
  expect(taped.exitCode, taped.stderr).toBe(0);
  expect(server.asked).toHaveLength(asked);
  expect(episodeDigests(again)).toEqual(episodeDigests(run));
});

it('names what a tape does not hold, and asks live only for that', async () => {
  const server = await serveModels({ text: WAIT });
  const { folder, suite, run, play } = prepareRun(ASKED_SUITE.replace('1..2', '1'));
  await play(server);
  const tape = join(run, tapesOf(run)[0] ?? '');
  const lines = readFileSync(tape, 'utf8').trimEnd().split('\n');
  writeFileSync(tape, `${lines.slice(0, -1).join('\n')}\n`);

  const again = join(folder, 'again');
  const strict = await quorumInProcess(['run', suite, '-o', again, '--tape', run], {
    env: { OPENAI_API_KEY: '' },
  });
  expect(strict.exitCode).toBe(1);
  expect(strict.stderr).toMatch(/TAPE_MISS: The call 1 of activation \d of seat 1 is not on the tape/);
  expect(existsSync(join(again, tapesOf(run)[0] ?? ''))).toBe(false);

  const asked = server.asked.length;
  const live = await quorumInProcess(
    ['run', suite, '-o', again, '--tape', run, '--record-missing', '--base-url', server.baseUrl('openai')],
    { env: { OPENAI_API_KEY: KEY } },
  );
  expect(live.exitCode, live.stderr).toBe(0);
  expect(server.asked).toHaveLength(asked + 1);
  expect((await quorumInProcess(['verify', again])).exitCode).toBe(0);
});

it('plays shards into folders that are joined by copying', async () => {
  const { suite, run, folder } = prepareRun(ASKED_SUITE.replace(MODEL, 'rule-based').replace('1..2', '1..3'));
  const first = await quorumInProcess(['run', suite, '-o', run, '--shard', '1/2']);
  expect(first.exitCode, first.stderr).toBe(0);
  expect(first.stderr).toContain('this is a part of the run: 1 of 3 episodes are not here yet');
  const second = await quorumInProcess(['run', suite, '-o', run, '--shard', '2/2']);
  expect(second.exitCode, second.stderr).toBe(0);
  const whole = join(folder, 'whole');
  await quorumInProcess(['run', suite, '-o', whole]);
  expect(episodeDigests(run)).toEqual(episodeDigests(whole));
  expect((await quorumInProcess(['verify', run])).exitCode).toBe(0);
});
