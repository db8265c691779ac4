import {
  appendFileSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolder, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { finishedLogs } from './helpers/run-files.js';

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');

beforeAll(async () => {
  const { exitCode, stderr } = await quorumInProcess([
    'run',
    writeSuite(folder),
    '-o',
    run,
    '--seeds',
    '1',
    '--workers',
    '1',
    '-q',
  ]);
  expect(exitCode, stderr).toBe(0);
});

it('passes what was just played, at both levels, folder or file', async () => {
  const all = await quorum(['verify', run, '--workers', '1']);
  expect(all.exitCode, all.stderr).toBe(0);
  expect(all.stdout).toContain('level 1: world re-simulated: 2 of 2 episodes passed');
  expect(all.stdout).toContain('level 2: agents re-run: 2 of 2 episodes passed');

  const [log = ''] = finishedLogs(run).keys();
  const one = await quorumInProcess(['verify', join(run, log), '--level', '1', '--json']);
  expect(JSON.parse(one.stdout)).toMatchObject({ passed: true, verdicts: [{ level: 1 }] });
});

/** Edits a copy of the run, then verifies it at level 1. */
async function verifyEdited(edit: (copy: string, log: string) => void, ...args: string[]) {
  const copy = join(temporaryFolder(), 'copy');
  cpSync(run, copy, { recursive: true });
  const [log = ''] = finishedLogs(run).keys();
  edit(copy, join(copy, log));
  return quorumInProcess(['verify', copy, '--level', '1', '--workers', '1', ...args]);
}

function replaceIn(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

it.each<[string, (copy: string, log: string) => void, RegExp]>([
  [
    'a lost log',
    (_, log) => rmSync(log),
    /FAILED episodes\/.*: the episode was played, but events\.jsonl is missing/,
  ],
  [
    'a lost episode folder',
    (_, log) => rmSync(dirname(log), { recursive: true }),
    /FAILED episodes\/.*: the episode was played/,
  ],
  [
    'an unknown episode',
    (_, log) => cpSync(dirname(log), `${dirname(log)}0`, { recursive: true }),
    /FAILED episodes\/.*seed-1-repeat-10: the manifest does not name/,
  ],
  [
    'all episodes gone',
    (copy) => renameSync(join(copy, 'episodes'), join(copy, 'elsewhere')),
    /[23] problems of the run folder/,
  ],
  [
    'an edited summary',
    (copy) => replaceIn(join(copy, 'summary.csv'), '2,greedy', '2,greedier'),
    /FAILED summary\.csv:3: /,
  ],
  ['a lost summary', (copy) => rmSync(join(copy, 'summary.csv')), /FAILED summary\.csv: it is missing/],
  [
    'an edited suite',
    (copy) => replaceIn(join(copy, 'suite.yaml'), 'horizonSeconds: 3', 'horizonSeconds: 4'),
    /FAILED manifest\.json:\d+: .* is not what suite\.yaml gives/,
  ],
  [
    'a malformed suite',
    (copy) => replaceIn(join(copy, 'suite.yaml'), 'suite:', 'sweet:'),
    /FAILED suite\.yaml: .*\n.*suite\.yaml:1:1: field `sweet`/,
  ],
  [
    'an edited manifest',
    (copy) => replaceIn(join(copy, 'manifest.json'), 'Two seats', 'Ten seats'),
    /FAILED manifest\.json:4: "title": "Ten seats/,
  ],
])('ends with 100 for %s', async (_, edit, message) => {
  const { exitCode, stdout, stderr } = await verifyEdited(edit, '--partial');
  expect(exitCode, stderr).toBe(100);
  expect(stdout).toMatch(message);
});

it.each([
  ['"title"', '"head"'],
  ['"title"', '"more": 1, "title"'],
])('refuses a manifest with %s turned into %s', async (from, to) => {
  const { exitCode, stderr } = await verifyEdited((copy) => replaceIn(join(copy, 'manifest.json'), from, to));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('manifest.json is damaged');
});

it('passes an unfinished run only with --partial, and never one without an episode', async () => {
  const part = join(temporaryFolder(), 'part');
  const suite = writeSuite(folder);
  await quorumInProcess(['run', suite, '-o', part, '--seeds', '1', '--only', 'greedy', '-q']);
  const strict = await quorumInProcess(['verify', part, '--level', '1', '--json']);
  expect(strict.exitCode).toBe(100);
  expect(JSON.parse(strict.stdout)).toMatchObject({ outcome: 'incomplete', passed: false, missing: 1 });
  const partial = await quorumInProcess(['verify', part, '--level', '1', '--partial']);
  expect(partial.exitCode, partial.stdout).toBe(0);

  rmSync(join(part, 'episodes'), { recursive: true });
  rmSync(join(part, 'summary.csv'));
  replaceIn(
    join(part, 'manifest.json'),
    readFileSync(join(part, 'manifest.json'), 'utf8').match(/"wallMs": \d+/)?.[0] ?? '',
    '"wallMs": null',
  );
  const empty = await quorumInProcess(['verify', part, '--partial']);
  expect(empty.exitCode).toBe(100);
  expect(empty.stdout).toContain('incomplete: no episode was checked');
});

it('ends with 100 and names every bad episode', async () => {
  const [greedy = '', random = ''] = finishedLogs(run).keys();
  truncateSync(join(run, random), 5000);
  appendFileSync(join(run, greedy), '{}\n');
  const { exitCode, stdout } = await quorumInProcess(['verify', run, '--workers', '1']);
  expect(exitCode).toBe(100);
  expect(stdout).toMatch(/FAILED episodes\/.*random.*\n {2}log: line \d+: it is cut off/);
  expect(stdout).toMatch(/FAILED episodes\/.*greedy.*\n {2}log: line \d+: text follows the last event/);
  expect(stdout).toContain('2 episodes failed');
});
