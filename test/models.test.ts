import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  startModelServer,
  type Behave,
  type Behaviour,
  type ModelServer,
} from '../packages/cli/src/testing/model-servers.js';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolder, writeSuite } from './helpers/quorum.js';
import { episodeDigests, episodeFiles } from './helpers/run-files.js';

const MODEL = 'openai:gpt-5-mini';
const KEY = 'planted-4f9a7c2e81d05b36';

/** Waits for two seconds: three calls in an episode of five. */
const WAIT = JSON.stringify({ thought: 'hm', task: null, actions: [{ type: 'wait', seconds: 2 }] });

const SUITE = `suite: asked-v0
title: Agents that ask a model
scenario: push-nine-v0
agents: 2
team: chat
model: ${MODEL}
clock: { profile: reference-v1 }
horizonSeconds: 5
seeds: 1..2
`;

async function serve(behave: Behaviour | Behave): Promise<ModelServer> {
  const server = await startModelServer(behave);
  onTestFinished(() => server.close());
  return server;
}

/** A suite in a folder of its own, and the command on it. */
function prepare(text = SUITE) {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, text);
  const run = join(folder, 'run');
  return {
    folder,
    suite,
    run,
    play: (server: ModelServer, ...args: readonly string[]) =>
      quorum(['run', suite, '-o', run, '--workers', '1', '--base-url', server.baseUrl('openai'), ...args], {
        env: { OPENAI_API_KEY: KEY },
      }),
  };
}

/** Everything that a run has written, in one text. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

interface Manifest {
  readonly episodes: readonly { readonly usage: readonly Record<string, unknown>[] | null }[];
  readonly sessions: readonly {
    readonly outcome: string;
    readonly models: { readonly usage: readonly Record<string, unknown>[] } & Record<string, unknown>;
  }[];
}

const manifestOf = (run: string): Manifest =>
  JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as Manifest;

const tapes = (run: string): string[] => episodeFiles(run).filter((path) => path.endsWith('tape.jsonl'));

it('plays a suite with a model, and verifies it without model and key', async () => {
  const server = await serve({ text: WAIT, usage: { input: 1000, output: 100 } });
  const { run, play } = prepare();
  const played = await play(server);
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

  const verified = await quorum(['verify', run], { env: { OPENAI_API_KEY: '' } });
  expect(verified.exitCode, verified.stdout).toBe(0);
  expect(verified.stdout).toContain('level 2: agents re-run: 2 of 2 episodes passed');
});

it('writes the key nowhere, not even when a provider repeats it', async () => {
  const server = await serve((_, index) =>
    index === 0
      ? { text: `{"thought": "my key is ${KEY}", "task": null, "actions": [{"type": "wait", "seconds": 2}]}` }
      : { status: 401, message: `Incorrect API key provided: ${KEY}. Authorization: Bearer ${KEY}` },
  );
  const { run, play } = prepare();
  const played = await play(server, '--debug');
  expect(played.exitCode).toBe(1);
  expect(server.asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  const written = everythingIn(run);
  expect(written).toContain('Incorrect API key provided');
  for (const text of [written, played.stdout, played.stderr]) expect(text).not.toContain(KEY);
});

it('counts failed providers, exits 1, and plays them again when told to', async () => {
  let broken = true;
  const server = await serve(() => (broken ? { status: 401 } : { text: WAIT }));
  const { run, play } = prepare();
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
  expect((await quorum(['verify', run])).exitCode).toBe(0);
});

it('gives a model that hangs up', async () => {
  const server = await serve({ hang: true });
  const { run, play } = prepare();
  const { exitCode, stderr } = await play(server, '--model-timeout', '0.2');
  expect(exitCode).toBe(1);
  expect(stderr).toContain('2 ended in model_error');
  const tape = readFileSync(join(run, tapes(run)[0] ?? ''), 'utf8');
  expect(tape).toContain('"outcome":"timeout"');
  expect(tape).toContain('no answer within 0.2 s');
});

it('stops at Ctrl-C while a model thinks', async () => {
  const { run, play } = prepare();
  let interrupt = (): unknown => undefined;
  const server = await serve(() => {
    interrupt();
    return { hang: true };
  });
  const running = play(server);
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
  const { suite, run } = prepare();
  const refused = await quorumInProcess(['run', suite, '-o', run, ...args], {
    env: { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', ...env },
  });
  expect(refused.stderr).toMatch(message);
  expect(refused.stderr).not.toMatch(/planted/);
  expect(refused.stderr).not.toMatch(/^ +at /m);
  expect(refused.exitCode).toBe(exitCode);
  expect(existsSync(run)).toBe(false);
});

it('plays from the tapes of another run, without model and key', async () => {
  const server = await serve({ text: WAIT });
  const { folder, suite, run, play } = prepare();
  await play(server);
  const asked = server.asked.length;
  const again = join(folder, 'again');
  const taped = await quorum(['run', suite, '-o', again, '--tape', run], { env: { OPENAI_API_KEY: '' } });
  expect(taped.exitCode, taped.stderr).toBe(0);
  expect(server.asked).toHaveLength(asked);
  expect(episodeDigests(again)).toEqual(episodeDigests(run));
});

it('names what a tape does not hold, and asks live only for that', async () => {
  const server = await serve({ text: WAIT });
  const { folder, suite, run, play } = prepare(SUITE.replace('1..2', '1'));
  await play(server);
  const tape = join(run, tapes(run)[0] ?? '');
  const lines = readFileSync(tape, 'utf8').trimEnd().split('\n');
  writeFileSync(tape, `${lines.slice(0, -1).join('\n')}\n`);

  const again = join(folder, 'again');
  const strict = await quorum(['run', suite, '-o', again, '--tape', run], { env: { OPENAI_API_KEY: '' } });
  expect(strict.exitCode).toBe(1);
  expect(strict.stderr).toMatch(/TAPE_MISS: The call 1 of activation \d of seat 1 is not on the tape/);
  expect(existsSync(join(again, tapes(run)[0] ?? ''))).toBe(false);

  const asked = server.asked.length;
  const live = await quorum(
    ['run', suite, '-o', again, '--tape', run, '--record-missing', '--base-url', server.baseUrl('openai')],
    { env: { OPENAI_API_KEY: KEY } },
  );
  expect(live.exitCode, live.stderr).toBe(0);
  expect(server.asked).toHaveLength(asked + 1);
  expect((await quorum(['verify', again])).exitCode).toBe(0);
});

it('stops when the money is spent, keeps what is finished, and goes on with more', async () => {
  const server = await serve({ text: WAIT, usage: { input: 1_000_000, output: 0 } });
  const { folder, run, play } = prepare(SUITE.replace('1..2', '1..3'));
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

  const asked = server.asked.length;
  const same = await play(server, ...one, '--max-cost', '8');
  expect([same.exitCode, server.asked.length]).toEqual([1, asked]);
  const more = await play(server, ...one, '--max-cost', '100');
  expect(more.exitCode, more.stderr).toBe(0);
  expect((await quorum(['verify', run])).exitCode).toBe(0);
});

it('keeps several episodes of one thread waiting for their models at a time', async () => {
  // Nobody gets an answer before both seats of four episodes have asked.
  let release = (): void => undefined;
  const allHaveAsked = new Promise<void>((resolve) => (release = resolve));
  const server = await serve(async (_, index) => {
    if (index === 7) release();
    await allHaveAsked;
    return { text: WAIT };
  });
  const { play } = prepare(SUITE.replace('1..2', '1..4'));
  const { exitCode, stderr } = await play(server, '--concurrency', '4');
  expect(exitCode, stderr).toBe(0);
  expect(server.mostAtOnce).toBe(8);
});

it('plays shards into folders that are joined by copying', async () => {
  const { suite, run, folder } = prepare(SUITE.replace(MODEL, 'rule-based').replace('1..2', '1..3'));
  const first = await quorum(['run', suite, '-o', run, '--shard', '1/2']);
  expect(first.exitCode, first.stderr).toBe(0);
  expect(first.stderr).toContain('this is a part of the run: 1 of 3 episodes are not here yet');
  const second = await quorum(['run', suite, '-o', run, '--shard', '2/2']);
  expect(second.exitCode, second.stderr).toBe(0);
  const whole = join(folder, 'whole');
  await quorum(['run', suite, '-o', whole]);
  expect(episodeDigests(run)).toEqual(episodeDigests(whole));
  expect((await quorum(['verify', run])).exitCode).toBe(0);
});

it('forecasts calls, tokens and money offline, from finished episodes where there are some', async () => {
  const server = await serve({ text: WAIT, usage: { input: 5000, output: 10 } });
  const { run, play, suite } = prepare();
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
    const { stdout, stderr } = await quorum(['run', suite, '-o', run, '--dry-run', '--json', ...args], {
      env,
    });
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
