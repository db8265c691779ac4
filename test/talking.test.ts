import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';

const SUITE = `suite: talking-v0
title: Talk, words that nobody hears, and silence
scenario: push-nine-v0
agents: 2
team: [greedy, chat]
structure: [individual, debate]
communication: [talk, silent-matched, no-comm]
channel: { loss: [0, 0.5] }
clock: { profile: reference-v1 }
horizonSeconds: 3
seeds: 1
secondary: [messages.sent, messages.lost]
`;

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');

/** Rows of `summary.csv` by column name. */
function summaryRows(): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(run, 'summary.csv'), 'utf8').trim().split('\n');
  const columns = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

beforeAll(async () => {
  const { exitCode, stderr } = await quorumInProcess(['run', writeSuite(folder, SUITE), '-o', run, '-q']);
  expect(exitCode, stderr).toBe(0);
});

it('plays silence once and says of every episode what thought and who could talk', () => {
  const rows = summaryRows().map((row) =>
    ['team', 'model', 'model_kind', 'structure', 'communication', 'channel.loss'].map((name) => row[name]),
  );
  expect(rows).toEqual([
    ['greedy+greedy', '', 'scripted', 'individual', 'no-comm', ''],
    ['chat+chat', 'rule-based', 'stand-in', 'individual', 'no-comm', ''],
    ['chat+chat', 'rule-based', 'stand-in', 'debate', 'talk', '0'],
    ['chat+chat', 'rule-based', 'stand-in', 'debate', 'silent-matched', '0'],
    ['chat+chat', 'rule-based', 'stand-in', 'debate', 'talk', '0.5'],
    ['chat+chat', 'rule-based', 'stand-in', 'debate', 'silent-matched', '0.5'],
  ]);
});

it('counts messages, claims and model calls', () => {
  const [greedy, alone, talking, unheard, lossy] = summaryRows();
  expect(Number(greedy?.['models.calls'])).toBe(0);
  expect(Number(alone?.['models.calls'])).toBeGreaterThan(0);
  expect(Number(alone?.['messages.sent'])).toBe(0);
  for (const row of [talking, unheard, lossy]) expect(Number(row?.['messages.sent'])).toBeGreaterThan(0);
  expect(Number(talking?.['messages.lost'])).toBe(0);
  expect(Number(talking?.['thinking.chargedSeconds'])).toBeGreaterThan(0);
});

it('keeps kinds of models apart in the report, and shows the channel only where it differs', async () => {
  const table = (await quorumInProcess(['report', run])).stdout;
  expect(table).toMatch(/^stand-in:$[^]*^2x chat .*^scripted:$[^]*^2x greedy /ms);
  expect(table).toMatch(/debate +loss=0\.5 +talk/);
  expect(table).not.toMatch(/ topology /);
  const markdown = (await quorumInProcess(['report', run, '--md'])).stdout;
  expect(markdown).toMatch(/^\| \*\*stand-in\*\* \|/m);
});

it('writes the report as a page that loads nothing and whose links lead to the episodes', async () => {
  const file = join(folder, 'page', 'report.html');
  expect((await quorumInProcess(['report', run, '--html', file])).stderr).toContain('The page: ');
  const page = readFileSync(file, 'utf8');
  expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href);
  const anchors = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
  expect(anchors.length).toBeGreaterThan(3);
  for (const anchor of anchors) expect(page).toContain(`<section id="${anchor}"`);
  const logs = links.filter((href) => href.endsWith('/events.jsonl'));
  expect(logs).toHaveLength(6);
  for (const href of logs) expect(existsSync(join(folder, 'page', decodeURIComponent(href)))).toBe(true);
  expect(page).toContain('stand-in, no language model');
});

it('names folders so that every file system takes them', () => {
  for (const name of readdirSync(join(run, 'episodes'))) expect(name).toMatch(/^[A-Za-z0-9_.+-]{1,120}$/);
});

it('says in the log who could talk over what', async () => {
  const [episode = ''] = readdirSync(join(run, 'episodes')).filter((name) => name.includes('debate_talk'));
  const { stdout } = await quorumInProcess([
    'log',
    'info',
    join(run, 'episodes', episode, 'seed-1-repeat-1'),
  ]);
  expect(stdout).toContain('model      rule-based');
  expect(stdout).toMatch(/talk +talk, topology full, protocol rounds, channel /);
});

it('replays from its tapes', async () => {
  const { exitCode, stdout, stderr } = await quorumInProcess(['verify', run]);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/level 2.*6 of 6 episodes passed/);
});

it('takes one team and its models from the command line', async () => {
  const args = [
    '--team',
    'chat,chat@openai:gpt-5-mini,greedy',
    '--model',
    'ollama:llama3.2:3b',
    '--seeds',
    '1',
  ];
  const { stdout, stderr, exitCode } = await quorumInProcess(
    ['run', 'push-nine-v0', ...args, '-o', join(folder, 'nowhere'), '--dry-run', '--json'],
    { env: { OPENAI_API_KEY: 'none' } },
  );
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    conditions: [
      {
        team: ['chat@ollama:llama3.2:3b', 'chat@openai:gpt-5-mini', 'greedy'],
        models: ['ollama:llama3.2:3b', 'openai:gpt-5-mini'],
        modelKind: 'llm+scripted',
      },
    ],
  });
});

it('means the suite where a scenario has the same name, unless told otherwise', async () => {
  const titles = ['push-private-v0', 'scenario:push-private-v0'].map(async (target) => {
    const { stdout } = await quorumInProcess([
      'run',
      target,
      '-o',
      join(folder, 'nowhere'),
      '--dry-run',
      '--seeds',
      '1',
    ]);
    return stdout.split('\n')[0];
  });
  expect(await Promise.all(titles)).toEqual([
    expect.stringMatching(/^push-private-v0: Does telling/),
    expect.stringMatching(/^adhoc-push-private-[0-9a-f]{6}-v0: Ad-hoc grid on push-private-v0$/),
  ]);
});
