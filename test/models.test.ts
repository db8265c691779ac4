import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  ASKED_SUITE,
  KEY,
  manifestOf,
  MODEL,
  prepareRun,
  serveModels,
  tapesOf,
  WAIT,
} from './helpers/asked-run.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';

/** Everything that a run has written, in one text. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

it('plays a suite with a model, and verifies it without model and key', async () => {
  const server = await serveModels({ text: WAIT, usage: { input: 1000, output: 100 } });
  const { run, start } = prepareRun();
  const played = await start(server);
  expect(played.exitCode, played.stderr).toBe(0);
  expect(played.stderr).toMatch(/language models: \d+ calls, \d+ input and \d+ output tokens, US\$ 0\.\d+/);
  const { episodes, sessions } = manifestOf(run);
  const calls = server.asked.length;
  expect(sessions[0]?.models).toMatchObject({
    server: new URL(server.baseUrl('openai')).origin,
    usage: [{ model: MODEL, calls, inputTokens: calls * 1000, outputTokens: calls * 100 }],
  });
  const used = episodes.map(({ usage }) => Number(usage?.[0]?.['calls']));
  expect(used[0]).toBeGreaterThan(0);
  expect(used.reduce((sum, count) => sum + count, 0)).toBe(calls);
  await server.close();

  const verified = await quorumInProcess(['verify', run], { env: { OPENAI_API_KEY: '' } });
  expect(verified.exitCode, verified.stdout).toBe(0);
  expect(verified.stdout).toContain('level 2: agents re-run: 2 of 2 episodes passed');
});

it('writes the key nowhere, not even when a provider repeats it', async () => {
  const server = await serveModels((_, index) =>
    index === 0
      ? { text: `{"thought": "my key is ${KEY}", "task": null, "actions": [{"type": "wait", "seconds": 2}]}` }
      : { status: 401, message: `Incorrect API key provided: ${KEY}. Authorization: Bearer ${KEY}` },
  );
  const { run, start } = prepareRun();
  const played = await start(server, '--debug');
  expect(played.exitCode).toBe(1);
  expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  const written = everythingIn(run);
  expect(written).toContain('Incorrect API key provided');
  for (const text of [written, played.stdout, played.stderr]) expect(text).not.toContain(KEY);
});

it('counts failed providers, exits 1, and plays them again when told to', async () => {
  let broken = true;
  const server = await serveModels(() => (broken ? { status: 401 } : { text: WAIT }));
  const { run, play } = prepareRun();
  const failed = await play(server);
  expect(failed.exitCode).toBe(1);
  expect(failed.stderr).toContain('of 2 episodes, 2 ended in model_error, which no mean counts');
  expect(failed.stderr).toContain('--retry-errors');

  broken = false;
  const asked = server.asked.length;
  const unchanged = await play(server);
  expect([unchanged.exitCode, server.asked.length]).toEqual([1, asked]);
  const retried = await play(server, '--retry-errors');
  expect(retried.exitCode, retried.stderr).toBe(0);
  expect((await quorumInProcess(['verify', run])).exitCode).toBe(0);
});

it('gives a model that hangs up', async () => {
  const server = await serveModels({ hang: true });
  const { run, play } = prepareRun();
  const { exitCode, stderr } = await play(server, '--model-timeout', '0.2');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('2 ended in model_error');
  const tape = readFileSync(join(run, tapesOf(run)[0] ?? ''), 'utf8');
  expect(tape).toContain('"outcome":"timeout"');
  expect(tape).toContain('no answer within 0.2 s');
});

it('stops at Ctrl-C while a model thinks', async () => {
  const { run, start } = prepareRun();
  let interrupt = (): unknown => undefined;
  const server = await serveModels(() => {
    interrupt();
    return { hang: true };
  });
  const running = start(server);
  interrupt = () => running.kill('SIGINT');
  const { exitCode, stderr } = await running;
  expect(exitCode).toBe(130);
  expect(stderr).toContain('interrupted: 0 of 2 episodes are finished and kept');
  expect(manifestOf(run).sessions[0]?.outcome).toBe('interrupted');
});

it.each([
  ['a missing key', ['--model', MODEL], {}, 1, /MODEL_UNAVAILABLE: .*OPENAI_API_KEY is not set/],
  ['an unknown provider', ['--model', 'opnai:gpt-5-mini'], {}, 2, /USAGE: --model .*'opnai'/],
  ['no provider', ['--model', 'gpt-5-mini'], {}, 2, /USAGE: --model .*'gpt-5-mini' is no model/],
  [
    'a server that is not there',
    ['--base-url', 'http://127.0.0.1:9/v1'],
    { OPENAI_API_KEY: KEY },
    1,
    /MODEL_UNAVAILABLE: No server answers for openai:gpt-5-mini at http:\/\/127\.0\.0\.1:9\/v1/,
  ],
  ['an address that is none', ['--base-url', 'localhost'], {}, 2, /USAGE: .*--base-url.*Expected an address/],
  [
    'a password in an address',
    ['--base-url', 'http://me:planted-secret@127.0.0.1:9/v1'],
    {},
    2,
    /USAGE: an address on the command line holds a password or a query/,
  ],
  [
    'a key in an address',
    ['--base-url', 'http://127.0.0.1:9/v1?key=planted-secret'],
    {},
    2,
    /USAGE: an address on the command line holds a password or a query/,
  ],
  ['a file of prices that is not there', ['--prices', 'none.yaml'], {}, 1, /FILE_UNREADABLE: .*none\.yaml/],
  ['half a pair of options', ['--record-missing'], {}, 2, /USAGE: --record-missing needs --tape/],
  ['an impossible part', ['--shard', '3/2'], {}, 2, /USAGE: .*--shard.*such as 2\/4/],
  [
    'a cost limit without a price',
    ['--model', 'openai:unheard-of', '--max-cost', '1', '--base-url', 'http://127.0.0.1:9/v1'],
    {},
    1,
    /CONFIG_INVALID: --max-cost: no price is known for openai:unheard-of/,
  ],
])('refuses %s before anything is played', async (_, args, env, exitCode, message) => {
  const { suite, run } = prepareRun();
  const refused = await quorumInProcess(['run', suite, '-o', run, ...args], {
    env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...env },
  });
  expect(refused.stderr).toMatch(message);
  expect(refused.stderr).not.toMatch(/planted/);
  expect(refused.stderr).not.toMatch(/^ +at /m);
  expect(refused.exitCode).toBe(exitCode);
  expect(existsSync(run)).toBe(false);
});

it('keeps several episodes of one thread waiting for their models at a time', async () => {
  // Nobody gets an answer before both seats of four episodes have asked.
  let release = (): void => undefined;
  const allHaveAsked = new Promise<void>((resolve) => (release = resolve));
  const server = await serveModels(async (_, index) => {
    if (index === 7) release();
    await allHaveAsked;
    return { text: WAIT };
  });
  const { play } = prepareRun(ASKED_SUITE.replace('1..2', '1..4'));
  const { exitCode, stderr } = await play(server, '--concurrency', '4');
  expect(exitCode, stderr).toBe(0);
  expect(server.mostAtOnce).toBe(8);
});
