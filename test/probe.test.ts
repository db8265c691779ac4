import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { episodeDigests, episodeFiles } from './helpers/run-files.js';

const SUITE = `suite: probed-v0
title: A leader whose words matter
scenario: push-nine-v0
agents: 3
team: [chat, greedy]
structure: centralized
horizonSeconds: 1
seeds: 1
`;

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');
const episodeOf = (team: string): string => {
  const log = episodeFiles(run).find((path) => path.includes(team) && path.endsWith('events.jsonl'));
  return join(run, log ?? 'nothing', '..');
};
const probe = (team: string, ...args: string[]) => quorumInProcess(['probe', episodeOf(team), ...args]);

beforeAll(async () => {
  const { exitCode, stderr } = await quorumInProcess(['run', writeSuite(folder, SUITE), '-o', run, '-q']);
  expect(exitCode, stderr).toBe(0);
});

it('asks again with the message changed, leaves the episode alone, and writes the same file each time', async () => {
  const before = episodeDigests(run);
  const args = ['--seat', '1', '--decision', '1', '--repeats', '6'];
  const { stdout, stderr, exitCode } = await probe('chat', ...args, '--json');
  expect(exitCode, stderr).toBe(0);
  const result = JSON.parse(stdout) as {
    readonly modelKind: string;
    readonly told: Record<string, string[]>;
    readonly influence: Record<string, number>;
    readonly variants: Record<string, Record<string, number>>;
    readonly answers: readonly unknown[];
  };
  expect(result).toMatchObject({ model: 'rule-based', modelKind: 'stand-in', purpose: 'reply', repeats: 6 });
  expect(result.answers).toHaveLength(30);
  expect(result.told['as-is']?.[0]).toMatch(
    /from agent 0, request to act on, about "[^"]+": "Agent 1: please/,
  );
  expect(result.told['blank']?.[0]).toMatch(/from agent 0, text: ""$/);
  // Without the request there is nothing to answer; said in other words it is the same request.
  expect(result.influence).toEqual(result.variants['blank']);
  expect(result.influence).toMatchObject({ variation: 1, changed: 1 });
  expect(result.influence['pValue']).toBeLessThan(0.01);
  expect(result.variants['paraphrased']).toMatchObject({ variation: 0, changed: 0, pValue: 1 });
  // Told not to, it does not accept.
  expect(result.told['contradicted']?.[0]).toMatch(/from agent 0, cancel[^]*: "Do not take [^ ]+: /);
  expect(result.variants['contradicted']).toMatchObject({ variation: 1, changed: 1 });

  const [name = '', ...others] = readdirSync(join(episodeOf('chat'), 'probes'));
  expect(others).toEqual([]);
  const path = join(episodeOf('chat'), 'probes', name);
  const written = readFileSync(path, 'utf8');
  expect(written.trimEnd().split('\n')).toHaveLength(31);
  const again = await probe('chat', ...args);
  expect(again.stdout).toContain('rule-based (stand-in, no language model)');
  expect(again.stderr).toContain('[30/30]');
  expect(readFileSync(path, 'utf8')).toBe(written);

  const after = episodeDigests(run);
  expect(Object.keys(after)).toHaveLength(Object.keys(before).length + 1);
  expect(after).toMatchObject(before);
});

it('shows influence in the report, labelled as of the stand-in', async () => {
  const { stdout } = await quorumInProcess(['report', run]);
  expect(stdout).toMatch(/Influence of messages[^]*rule-based \(stand-in\) +1 +1\.000/);
});

it('refuses an episode without prompts and says what can be probed', async () => {
  const { exitCode, stderr, stdout } = await probe('greedy', '--seat', '0', '--decision', '1');
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(stderr).toContain('error USAGE: seat 0 (greedy) asked no model');
  expect(stderr).toContain('fix: probe a seat of the agent chat');
  expect(existsSync(join(episodeOf('greedy'), 'probes'))).toBe(false);
});
