import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importLlama } from '../packages/cli/src/models/llama-library.js';
import { tinyGguf } from '../packages/cli/src/testing/tiny-gguf.js';
import { quorum, temporaryFolder, writeSuite } from './helpers/quorum.js';
import { episodeFiles } from './helpers/run-files.js';

/** Each seat is asked once: a model with one token per byte reads thousands of them. */
const SUITE = `suite: local-v0
title: Two seats and a model in this process
scenario: push-cube-v0
agents: 2
team: chat
structure: individual
clock: { profile: reference-v1 }
options: { sightMeters: 3 }
modelOptions: { maxOutputTokens: 40 }
limits: { calls: 2 }
horizonSeconds: 3
seeds: 1
`;

interface Called {
  readonly type: string;
  readonly seat: number;
  readonly call: number;
  readonly outcome: string;
}

const installed = await importLlama().then(
  () => true,
  () => false,
);

it('plays with a local model, and verifies from the tape when the model is gone', async ({ skip }) => {
  skip(!installed, 'the optional package node-llama-cpp is not installed on this platform');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tiny.gguf'), tinyGguf());
  const suite = writeSuite(folder, SUITE);
  const args = ['run', suite, '-o', 'run', '--workers', '1', '--model', 'llama:tiny.gguf'];
  const played = await quorum(args, { cwd: folder });
  expect(played.exitCode, played.stderr).toBe(0);
  expect(played.stderr).toMatch(/language models: 2 calls, \d+ input and 80 output tokens, US\$ 0\.00/);

  const run = join(folder, 'run');
  const read = (name: string): string => {
    const path = episodeFiles(run).find((file) => file.endsWith(name)) ?? name;
    return readFileSync(join(run, path), 'utf8');
  };
  const [header = '', ...lines] = read('events.jsonl').trimEnd().split('\n');
  const events = lines.map((line) => JSON.parse(line) as Called);
  expect(events.at(-1)).toMatchObject({ type: 'episode.ended', status: 'model_budget' });
  const called = events.filter(({ type }) => type === 'model.called');
  expect(called.map(({ seat, call, outcome }) => [seat, call, outcome])).toEqual([
    [0, 1, 'answered'],
    [1, 1, 'answered'],
  ]);
  expect(read('tape.jsonl').trimEnd().split('\n')).toHaveLength(1 + called.length);

  // The header names the model as it was typed: a relative path is the same on every machine.
  expect(JSON.parse(header)).toMatchObject({
    team: [0, 1].map(() => ({ modelKind: 'llm', options: { model: 'llama:tiny.gguf' } })),
  });
  for (const text of [header, ...lines, read('manifest.json'), read('tape.jsonl')]) {
    expect(text).not.toContain(folder);
  }

  rmSync(join(folder, 'tiny.gguf'));
  const verified = await quorum(['verify', run]);
  expect(verified.exitCode, verified.stdout).toBe(0);
  expect(verified.stdout).toContain('level 2: agents re-run: 1 of 1 episodes passed');

  const gone = await quorum([...args, '-o', 'again'], { cwd: folder });
  expect(gone.exitCode).toBe(1);
  expect(gone.stderr).toContain('MODEL_UNAVAILABLE: llama:tiny.gguf: there is no file');
});
