import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHeader, runEpisode, type ModelProvider, type ModelReply } from '@quorum/agents';
import { openLogFile } from '@quorum/events/node';
import { beforeAll, expect, it } from 'vitest';
import { openTapeFile } from '../run-folder/tape-file.js';
import { temporaryFolder, temporaryFolderOfFile } from '../testing/temporary-folder.js';
import type { EpisodeVerdict } from './verdict.js';
import { verifyEpisode } from './verify-episode.js';

const folder = temporaryFolderOfFile();
const header = createHeader({
  scenario: 'push-nine-v0',
  options: {},
  seed: 1,
  repeat: 1,
  team: ['chat', 'greedy'],
  model: 'openai:some-model',
  structure: 'individual',
  clock: { mode: 'barrier', profile: 'reference-v1', timeScale: 1 },
  horizonSeconds: 5,
});

const answer: ModelReply = {
  outcome: 'answered',
  text: JSON.stringify({ thought: 'hm', task: null, actions: [{ type: 'wait', seconds: 2 }] }),
  usage: { inputTokens: 100, outputTokens: 10, reasoningTokens: 0 },
  latencyMs: 12,
  problem: null,
};
const models: ModelProvider = { client: () => ({ ask: () => Promise.resolve(answer) }) };

beforeAll(async () => {
  const log = openLogFile(join(folder, 'events.jsonl'), header);
  const tape = openTapeFile(join(folder, 'tape.jsonl'), header);
  await runEpisode(header, { log, models, onModelCall: (entry) => tape.add(entry) });
  tape.commit();
  log.commit();
});

/** The verdict on a copy of the episode after one change, by itself or as part of a run. */
async function verifyChanged(
  change: (copy: string) => void,
  { inRun = false } = {},
): Promise<EpisodeVerdict> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  change(copy);
  return verifyEpisode({ name: 'x', log: join(copy, 'events.jsonl'), expected: null, inRun, level: 2 });
}

const said = ({ checks }: EpisodeVerdict, status: string): string[] =>
  checks.filter((check) => check.status === status).map(({ name, message }) => `${name}: ${message ?? ''}`);

it('plays agents from their tape, without any model', async () => {
  const verdict = await verifyChanged(() => undefined);
  expect(said(verdict, 'failed')).toEqual([]);
  expect(verdict.level).toBe(2);
  expect(verdict.checks.map(({ name }) => name)).toContain('tape');
});

it('names the missing tape of a run, and does not claim level 2 for a log by itself', async () => {
  const lose = (copy: string): void => rmSync(join(copy, 'tape.jsonl'));
  const inRun = await verifyChanged(
    (copy) => {
      lose(copy);
      writeFileSync(join(copy, 'frames.bin'), '');
    },
    { inRun: true },
  );
  expect(inRun.passed).toBe(false);
  const alone = await verifyChanged(lose);
  expect(alone).toMatchObject({ passed: true, level: 1 });
  expect(said(alone, 'skipped')).toContain('tape: not beside the log');
});

it('names the activation whose answer is not on the tape', async () => {
  const verdict = await verifyChanged((copy) => {
    const path = join(copy, 'tape.jsonl');
    writeFileSync(path, `${readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n')}\n`);
  });
  expect(verdict.level).toBe(1);
  expect(said(verdict, 'failed')).toEqual([
    'agents: the episode cannot be played anew: The call 1 of activation 2 of seat 0 is not on the tape.',
  ]);
});

it.each([
  [
    'a changed answer',
    (text: string) => text.replace('hm', 'ha'),
    /^agents: the episode played anew differs/,
  ],
  ['another episode', (text: string) => text.replace(/[0-9a-f]{64}/, '0'.repeat(64)), /another episode/],
  ['a cut', (text: string) => text.slice(0, -9), /^tape: .*tape\.jsonl: it is cut off/],
  [
    'a line that is no JSON',
    (text: string) => `${text}x\n`,
    /^tape: .*tape\.jsonl, line \d+: it is not JSON/,
  ],
  [
    'an answer nobody asked for',
    (text: string) => `${text}${(text.split('\n')[1] ?? '').replace('"seat":0', '"seat":1')}\n`,
    /^tape: tape\.jsonl holds more than/,
  ],
])('notices %s on the tape', async (_, edit, message) => {
  const verdict = await verifyChanged((copy) => {
    const path = join(copy, 'tape.jsonl');
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  });
  expect(said(verdict, 'failed')).toEqual([expect.stringMatching(message)]);
  expect(verdict.level).toBe(1);
});
