import { truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';
import { finishedLogs } from './helpers/run-files.js';

const folder = temporaryFolderOfFile();
const run = join(folder, 'run');
let log = '';
/** What every code of a colour begins with. */
const ESCAPE = String.fromCharCode(27);

beforeAll(async () => {
  const args = ['run', writeSuite(folder), '-o', run, '--seeds', '1', '--only', '*greedy*', '-q'];
  const { exitCode, stderr } = await quorumInProcess(args);
  expect(exitCode, stderr).toBe(0);
  const [first = ''] = finishedLogs(run).keys();
  log = join(run, first);
});

it('tells its version and helps, also without colours', async () => {
  expect((await quorum(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+$/);
  const help = await quorum(['--help']);
  expect(help.exitCode).toBe(0);
  expect(help.stdout).toContain('quorum run quickstart-v0');
});

it.each([{ CI: 'true' }, { GITHUB_ACTIONS: 'true' }, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }])(
  'writes no colours into a pipe, with %j',
  async (env) => {
    const failed = await quorum(['report', 'no-such-run'], { env });
    expect(failed.stderr).toContain('error ');
    expect(failed.stderr).not.toContain(ESCAPE);
  },
);

it('writes no colours of a table into a pipe, whatever asks for them', async () => {
  const env = { CI: 'true', GITHUB_ACTIONS: 'true', TERM: 'xterm-256color', COLORTERM: 'truecolor' };
  const { stdout } = await quorum(['list', 'suites'], { env });
  expect(stdout).toContain('quickstart-v0');
  expect(stdout).not.toContain(ESCAPE);
});

it.each(['run', 'verify', 'report', 'query', 'import coop2', 'list', 'log info', 'log cat', 'log filter'])(
  'shows an example of quorum %s',
  async (command) => {
    const { stdout, exitCode } = await quorumInProcess([...command.split(' '), '--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?:\n  quorum ${command} `));
  },
);

it.each([
  ['scenarios', 'push-nine-v0'],
  ['agents', 'greedy'],
  ['models', 'rule-based'],
  ['structures', 'individual'],
  ['topologies', 'small-world'],
  ['protocols', 'rounds'],
  ['channel', 'loss'],
  ['clocks', 'zero-v1'],
  ['metrics', 'score.share'],
  ['suites', 'quickstart-v0'],
])('lists %s', async (kind, one) => {
  const { stdout } = await quorumInProcess(['list', kind]);
  expect(stdout).toMatch(new RegExp(`^${one} `, 'm'));
  expect(stdout).not.toContain('invalid:');
});

it('lists as JSON', async () => {
  const { stdout } = await quorumInProcess(['list', 'scenarios', '--json']);
  expect(JSON.parse(stdout)).toContainEqual(
    expect.objectContaining({ name: 'push-nine-v0', options: expect.arrayContaining([]) as unknown }),
  );
});

it('shows what a log is', async () => {
  const { stdout } = await quorumInProcess(['log', 'info', dirname(log)]);
  expect(stdout).toMatch(/team +2x greedy \(scripted\), structure individual/);
  expect(stdout).toMatch(/ended +horizon, \d+ of \d+ points/);
  expect(stdout).toMatch(/world\.bodyAdded +11\n/);
});

it('prints events, all or some', async () => {
  const all = await quorumInProcess(['log', 'cat', log, '--json']);
  const events = all.stdout.split('\n').map((line) => JSON.parse(line) as { type: string; tick: number });
  expect(events[0]).toMatchObject({ seq: 0, type: 'world.layout' });

  const some = await quorumInProcess([
    'log',
    'filter',
    log,
    '--type',
    'action.*',
    '--seat',
    '1',
    '--to',
    '60',
    '--json',
  ]);
  const chosen = events.filter(
    (event) =>
      event.type.startsWith('action.') && (event as { seat?: number }).seat === 1 && event.tick <= 60,
  );
  expect(chosen.length).toBeGreaterThan(0);
  expect(some.stdout.split('\n').map((line) => JSON.parse(line) as unknown)).toEqual(chosen);
});

it.each([
  ['--md', /^### short-v0: .*\n\n(\*\*.*\*\*\n\n)+\| team \| kind \|/],
  ['--csv', /^suite,condition,scenario,.*\nshort-v0,[0-9a-f]{12},push-nine-v0,/],
  ['--json', /^\{\n {2}"folder"/],
])('reports as %s', async (option, text) => {
  const { stdout, exitCode } = await quorumInProcess(['report', run, option]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(text);
});

it('reads a cut log as far as it goes', async () => {
  const whole = await quorumInProcess(['log', 'cat', log]);
  truncateSync(log, 4000);
  const cut = await quorumInProcess(['log', 'cat', log]);
  expect(cut.exitCode).toBe(0);
  expect(cut.stderr).toMatch(/line \d+: it is cut off/);
  expect(whole.stdout.startsWith(cut.stdout)).toBe(true);
  expect((await quorumInProcess(['log', 'info', log])).stdout).toMatch(/ended +not finished/);
});
