import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { quorumInProcess } from './helpers/quorum-in-process.js';
import { quorum, temporaryFolderOfFile, writeSuite } from './helpers/quorum.js';

const SUITE = `suite: pair-v0
title: Two scripted teams for a few seconds
scenario: push-nine-v0
agents: 2
team: [random, greedy]
horizonSeconds: 3
seeds: 1..2
primary: action-outcomes.total
secondary: [score.share]
`;

/** One pilot serves all tests. */
const folder = temporaryFolderOfFile();
const run = join(folder, 'runs', 'pair-v0-pilot');
let planned: Awaited<ReturnType<typeof quorum>>;
beforeAll(async () => {
  const suite = writeSuite(folder, SUITE);
  planned = await quorum(['plan', suite, '--detect', '2', '--json'], { cwd: folder });
});

/** The comparison of the pilot's report, as JSON. */
async function reported(): Promise<{ condition: string; baseline: string; mean: number; pHolm: number }> {
  const { stdout } = await quorumInProcess(['report', run, '--json']);
  const { comparisons } = JSON.parse(stdout) as { comparisons: Awaited<ReturnType<typeof reported>>[] };
  expect(comparisons).toMatchObject([{ axis: 'team', seeds: 10 }]);
  const [comparison] = comparisons;
  if (comparison === undefined) throw new Error('the report has no comparison');
  return comparison;
}

it('plays a pilot, and says how many seeds the suite needs', async () => {
  expect(planned.exitCode, planned.stderr).toBe(0);
  expect(planned.stderr).toContain('Playing a pilot on seeds 1,2,3,4,5,6,7,8,9,10');
  const need = JSON.parse(planned.stdout) as { seeds: number; episodes: number };
  expect(need).toMatchObject({
    suite: 'pair-v0',
    detect: 2,
    alphaEach: 0.05,
    comparisons: [{ pilotSeeds: 10 }],
  });
  expect(need.episodes).toBe(2 * need.seeds);

  const suite = join(folder, 'pair-v0.yaml');
  const again = await quorumInProcess(['plan', suite, '--detect', '2', '--pilot', run]);
  expect(again.stdout).toContain(`Seeds: ${need.seeds}, by a pilot that leaves room from`);
  expect(again.stderr).toBe('');
});

it('compares two conditions as the report does', async () => {
  const { condition, baseline, mean, pHolm } = await reported();
  const sides = [`${run}#${condition}`, `${run}#${baseline.slice(0, 6)}`];
  const json = await quorumInProcess(['compare', ...sides, '--json']);
  expect(json.exitCode, json.stderr).toBe(0);
  const { pairs, axis } = JSON.parse(json.stdout) as {
    axis: string;
    pairs: { difference: object; others: Record<string, object> }[];
  };
  expect(axis).toBe('team');
  expect(pairs).toMatchObject([{ difference: { mean, pHolm }, others: { 'score.share': { seeds: 10 } } }]);

  const text = await quorumInProcess(['compare', ...sides, '--metric', 'score.share']);
  expect(text.stdout).toContain('The conditions differ in: team.');
  expect(text.stdout).toContain('Exploratory');
  expect(text.stdout).toMatch(/2x greedy +scripted +2x random/);
  const named = await quorumInProcess(['compare', `${run}#*greedy*`, `${run}#*random*`, '--json']);
  expect(JSON.parse(named.stdout)).toMatchObject({ pairs });
});

it('refuses what cannot be compared, with a code and a fix', async () => {
  const { condition } = await reported();
  const other = join(folder, 'other');
  const played = ['run', 'push-nine-v0', '-g', 'team=random', '-g', 'agents=3', '-g', 'horizonSeconds=1'];
  await quorumInProcess([...played, '--seeds', '1', '-o', other, '-q']);
  const refused = async (...args: string[]): Promise<{ code: string; fix: string }> => {
    const { stdout, stderr } = await quorumInProcess(['compare', ...args, '--json']);
    expect(stderr).not.toMatch(/^ +at /m);
    return (JSON.parse(stdout) as { error: { code: string; fix: string } }).error;
  };
  const one = [`${run}#${condition}`, other, '--metric', 'score.share'];
  const [several, primaries, digits, metric, allowed] = await Promise.all([
    refused(...one),
    refused(...one.slice(0, 2)),
    refused(`${run}#zz`, run),
    refused(run, run, '--metric', 'score.total'),
    quorumInProcess(['compare', ...one, '--allow-differences']),
  ]);
  expect(several.code).toBe('NOT_COMPARABLE');
  expect(several.fix).toContain('--allow-differences');
  expect([primaries.code, digits.code, metric.code]).toEqual(['USAGE', 'USAGE', 'UNKNOWN_NAME']);
  expect(allowed.stdout).toContain('cannot be put down to one');
});
