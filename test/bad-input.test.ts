import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, SHORT_SUITE, temporaryFolder, writeSuite } from './helpers/quorum.js';
import { finishedLogs } from './helpers/run-files.js';

interface Refused {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** Runs a command that must fail, with `--json`; checks that nobody sees a stack trace. */
async function refused(args: readonly string[], exitCode: number): Promise<Refused> {
  const result = await quorumInProcess([...args, '--json']);
  expect(result.exitCode, result.stderr).toBe(exitCode);
  expect(result.stderr).toMatch(/^error [A-Z_]+: /m);
  expect(result.stderr).not.toMatch(/^ +at /m);
  const { error } = JSON.parse(result.stdout) as { error: Refused };
  expect(error.fix).not.toBe('');
  return error;
}

it.each([
  ['malformed YAML', 'team: [random, greedy]', 'team: [random', 'CONFIG_INVALID', /short-v0\.yaml:6:1: /],
  [
    'an unknown field',
    'agents: 2',
    'agent: 2',
    'CONFIG_INVALID',
    /short-v0\.yaml:4:1: field `agent`: unknown field/,
  ],
  [
    'an unknown scenario',
    'push-nine-v0',
    'pull-v0',
    'UNKNOWN_NAME',
    /:3:1: field `scenario\[0\]`: unknown scenario "pull-v0"/,
  ],
  [
    'an unknown agent',
    'greedy',
    'greedier',
    'UNKNOWN_NAME',
    /:5:16: field `team\[1\]`: unknown agent "greedier"; known: random, greedy/,
  ],
  [
    'an unknown option',
    'agents: 2',
    'agents: 2\noptions: { zoom: 3 }',
    'CONFIG_INVALID',
    /:5:12: field `options\.zoom\[0\]`: push-nine-v0 has no such option; known: .*sightMeters/,
  ],
  ['an impossible team size', 'agents: 2', 'agents: 0', 'CONFIG_INVALID', /:4:1: field `agents\[0\]`/],
  [
    'a team that does not fit',
    'agents: 2',
    'agents: 999',
    'TEAM_INVALID',
    /:4:1: field `agents\[0\]`: a team of 999 does not fit/,
  ],
  [
    'seeds that are no numbers',
    'seeds: 1..3',
    'seeds: some',
    'CONFIG_INVALID',
    /:7:1: field `seeds`: "some" is not a seed/,
  ],
  [
    'an unknown metric',
    'seeds: 1..3',
    'seeds: 1\nprimary: fame',
    'UNKNOWN_NAME',
    /:8:1: field `primary`: unknown metric column "fame"/,
  ],
  [
    'another name inside',
    'suite: short-v0',
    'suite: long-v0',
    'CONFIG_INVALID',
    /:1:1: field `suite`: "long-v0" is not the name of the file/,
  ],
])('refuses a suite with %s, naming file, line and field', async (_, from, to, code, message) => {
  const path = join(temporaryFolder(), 'short-v0.yaml');
  expect(SHORT_SUITE).toContain(from);
  writeFileSync(path, SHORT_SUITE.replace(from, to));
  const error = await refused(['run', path, '--dry-run'], 1);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
});

it('refuses in a process of its own as it does in this one', async () => {
  const path = join(temporaryFolder(), 'short-v0.yaml');
  writeFileSync(path, SHORT_SUITE.replace('agents: 2', 'agents: 0'));
  for (const args of [
    ['run', path, '--json'],
    ['fly'],
    ['list', 'ducks', '--json'],
    ['verify', 'no/such/place'],
  ]) {
    const { exitCode, stdout, stderr } = await quorum(args);
    expect({ exitCode, stdout, stderr }).toEqual(await quorumInProcess(args));
    expect(exitCode).toBeGreaterThan(0);
  }
});

it.each([
  [['run', 'nothing-v7'], 2, 'USAGE', 'There is no suite and no scenario "nothing-v7"'],
  [['run', 'no/such/suite-v0.yaml'], 1, 'FILE_UNREADABLE', 'no/such/suite-v0.yaml'],
  [['run', 'push-nine-v0', '--seeds', 'many'], 2, 'USAGE', '--seeds many'],
  [['run', 'push-nine-v0', '-g', 'colour=red'], 2, 'USAGE', 'unknown axis `colour`'],
  [['run', 'push-nine-v0', '-g', 'options.zoom=3'], 2, 'USAGE', 'push-nine-v0 has no such option'],
  [['run', 'push-nine-v0', '-g', 'team=nobody'], 2, 'USAGE', 'unknown agent "nobody"'],
  [['run', 'push-nine-v0', '-g', 'agents=65'], 2, 'USAGE', 'a team of 65 does not fit'],
  [
    ['run', 'push-nine-v0', '-g', 'team=a+b', '-g', 'agents=3'],
    2,
    'USAGE',
    'has 2 seats, but `agents` says 3',
  ],
  [['run', 'push-nine-v0', '-g', 'topology=moebius'], 2, 'USAGE', 'unknown topology "moebius"'],
  [
    ['run', 'push-nine-v0', '-g', 'structure=debate', '-g', 'topology=none'],
    2,
    'USAGE',
    'protocol: rounds contradicts',
  ],
  [['run', 'push-nine-v0', '-g', 'channel.loss=2'], 2, 'USAGE', 'field `channel.loss[0]`: Too big'],
  [
    ['run', 'push-nine-v0', '-g', 'team=greedy', '--model', 'openai:x'],
    2,
    'USAGE',
    'no agent of this suite uses a model',
  ],
  [['run', 'push-nine-v0', '--model', 'gpt-5'], 2, 'USAGE', "'gpt-5' is no model"],
  [['run', 'push-nine-v0', '--team', 'greedy,,random'], 2, 'USAGE', '--team greedy,,random'],
  [['run', 'push-nine-v0', '--workers', 'two'], 2, 'USAGE', '--workers'],
  [['run', 'push-nine-v0', '--only', 'nothing'], 2, 'USAGE', '--only nothing matches none'],
  [['run'], 2, 'USAGE', "missing required argument 'target'"],
  [['fly'], 2, 'USAGE', "unknown command 'fly'"],
  [['list', 'ducks'], 2, 'USAGE', 'ducks'],
  [['verify', 'no/such/place'], 1, 'FILE_UNREADABLE', 'no/such/place'],
  [['report', 'test'], 1, 'FILE_UNREADABLE', 'manifest.json'],
  [['log', 'info', 'no/such/log'], 1, 'FILE_UNREADABLE', 'no/such/log'],
])('refuses %j', async (args, exitCode, code, message) => {
  const error = await refused(args, exitCode);
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
});

it('refuses a folder that cannot be written', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const error = await refused(['run', writeSuite(folder), '-o', join(folder, 'file', 'run')], 1);
  expect(error).toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect(error.message).toContain(join(folder, 'file'));
});

it('says that -o is a file', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const more of [[], ['--dry-run']]) {
    const error = await refused(['run', writeSuite(folder), '-o', file, ...more], 1);
    expect(error.message).toBe(`${file} is a file, not a folder.`);
  }
});

it('names an episode to someone who names a run in its place, and the other way round', async () => {
  const folder = temporaryFolder();
  const run = join(folder, 'run');
  await quorumInProcess(['run', writeSuite(folder), '-o', run, '--seeds', '1', '--only', 'greedy', '-q']);
  const error = await refused(['log', 'filter', run], 1);
  expect(error.message).toContain('is a run folder, not an episode');
  expect(error.fix).toMatch(/such as .*run\/episodes\/.*greedy.*\/seed-1-repeat-1/);

  const [condition = ''] = readdirSync(join(run, 'episodes'));
  const episode = join(run, 'episodes', condition, 'seed-1-repeat-1');
  for (const args of [['report'], ['view'], ['export', '--replay', join(folder, 'site')], ['query']]) {
    const { code, message, fix } = await refused([...args, episode], 1);
    expect(code).toBe('FILE_UNREADABLE');
    expect(message).toBe(`${episode} lies in a run folder, but is none.`);
    expect(fix).toBe(`name the run folder: ${run}.`);
  }
});

it('shows the help, and nothing else, to someone who names no command', async () => {
  const { exitCode, stderr } = await quorum([]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^Usage: quorum/);
  expect(stderr).not.toMatch(/USAGE|outputHelp/);
});

it('refuses a folder with other files, and one with another suite', async () => {
  const folder = temporaryFolder();
  const suite = writeSuite(folder);
  const run = join(folder, 'run');
  mkdirSync(run);
  writeFileSync(join(run, 'thesis.tex'), '');
  const strange = await refused(['run', suite, '-o', run], 1);
  expect(strange).toMatchObject({ code: 'RUN_FOLDER' });
  expect(strange.message).toContain('it holds other files (thesis.tex)');

  const used = join(folder, 'used');
  await quorumInProcess(['run', suite, '-o', used, '--seeds', '1', '--only', 'greedy', '-q']);
  const renamed = writeSuite(folder, SHORT_SUITE.replace('short-v0', 'other-v0'));
  const other = await refused(['run', renamed, '-o', used], 1);
  expect(other.message).toContain('it holds a run of short-v0');
  const changed = await refused(['run', suite, '-o', used, '-g', 'agents=3'], 1);
  expect(changed.message).toMatch(
    /it holds 2 episodes that this run does not have, such as episodes\/push-nine-v0_2x/,
  );
});

it.runIf(process.platform === 'linux')(
  'stops when the disk is full, and keeps what is finished',
  async () => {
    const folder = temporaryFolder();
    const suite = writeSuite(folder);
    const run = join(folder, 'run');
    const args = ['run', suite, '-o', run, '--workers', '1', '-g', 'team=greedy'];
    expect((await quorumInProcess([...args, '--only', 'seed-1-', '-q'])).exitCode).toBe(0);

    // Linux has a device that is always full: the frames of seed 2 go there.
    const { episodes } = JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as {
      episodes: { path: string; seed: number }[];
    };
    const second = join(run, episodes.find(({ seed }) => seed === 2)?.path ?? '');
    mkdirSync(second, { recursive: true });
    symlinkSync('/dev/full', join(second, 'frames.bin.part'));
    const error = await refused(args, 1);
    expect(error.code).toBe('FILE_UNWRITABLE');
    expect(error.message).toMatch(/Cannot write .*frames\.bin: the disk is full/);
    expect(finishedLogs(run).size).toBe(1);
    expect((await quorumInProcess(['report', run])).stdout).toContain('Unfinished: 1 of 3 episodes.');

    const resumed = await quorumInProcess(args);
    expect(resumed.exitCode, resumed.stderr).toBe(0);
    expect(finishedLogs(run).size).toBe(3);
  },
);
