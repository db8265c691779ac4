import type { EpisodeResult } from '@quorum/events';
import { expect, it } from 'vitest';
import { planManifest } from '../run-folder/plan-manifest.js';
import type { RunResults } from '../run-folder/read-run.js';
import { planText, refusal, SUITE } from '../testing/suite-text.js';
import type { SuitePlan } from '../suite/plan-suite.js';
import { planSeeds } from './plan-seeds.js';
import { pilotSeeds } from './pilot-seeds.js';

const suite = (seeds: number) => planText(SUITE.replace('1..2', `1..${seeds}`).concat('repeats: 2\n'));
const aim = { detect: 0.1, power: 0.8, alpha: 0.05 };

/** A pilot whose differences `greedy − random` are ± `size`, in turn. */
function pilot(plan: SuitePlan, size = 0.2): RunResults {
  const manifest = planManifest(plan, [], null);
  const rows = plan.episodes.map(({ header, condition, path }) => {
    const sign = header.seed % 2 === 0 ? 1 : -1;
    const share = 0.5 + (header.team[0]?.agent === 'greedy' ? sign * size : 0);
    const result: EpisodeResult = { header, status: 'horizon', metrics: { score: { share } } };
    const episode = manifest.episodes.find((candidate) => candidate.path === path);
    const known = manifest.conditions.find(({ slug }) => slug === condition.slug);
    if (!episode || !known) throw new Error('the manifest has other episodes');
    return { episode: { ...episode, wallMs: 500 }, condition: known, result };
  });
  const timed = { ...manifest, episodes: manifest.episodes.map((episode) => ({ ...episode, wallMs: 500 })) };
  return { folder: 'pilot', manifest: timed, rows };
}

it('takes the seeds of the neediest comparison, and counts what they cost', () => {
  const need = planSeeds(suite(4), pilot(suite(10)), aim);
  expect(need.alphaEach).toBe(0.025);
  const [first, second] = need.comparisons;
  expect(first?.sd).toBeCloseTo(0.2 * Math.sqrt(10 / 9), 12);
  // (2.241 + 0.842)² · 4.44 + 2.241² / 2 = 44.8
  expect(first?.seeds).toBe(45);
  expect(need.seeds).toBe(Math.max(first?.seeds ?? 0, second?.seeds ?? 0));
  expect(need.seedsInterval.low).toBeLessThan(need.seeds);
  expect(need.seedsInterval.high).toBeGreaterThan(2 * need.seeds);
  expect(need.episodes).toBe(need.seeds * 4 * 2);
  expect(need.secondsPerEpisode).toBe(0.5);
});

it('needs fewer where less is to be found with less certainty, and never fewer than ten', () => {
  const seeds = (change: Partial<typeof aim>, size?: number) =>
    planSeeds(suite(4), pilot(suite(10), size), { ...aim, ...change }).seeds;
  expect(seeds({ detect: 0.2 })).toBeLessThan(seeds({}));
  expect(seeds({ power: 0.5 })).toBeLessThan(seeds({}));
  expect(seeds({}, 0)).toBe(10);
});

it('refuses a pilot with too few seeds, of another suite, or nothing to compare', () => {
  expect(refusal(() => planSeeds(suite(4), pilot(suite(5)), aim))).toMatch(
    /^USAGE The pilot has fewer than 6/,
  );
  const other = planText(SUITE.replace('push-nine-v0', 'push-private-v0').replace('1..2', '1..10'));
  expect(refusal(() => planSeeds(suite(4), pilot(other), aim))).toMatch(/^USAGE The pilot has fewer/);
  const alone = planText(SUITE.replace('  - greedy\n', ''));
  expect(refusal(() => planSeeds(alone, pilot(alone), aim))).toBe('USAGE tiny-v0 compares nothing.');
});

it('plays a pilot on ten seeds, those of the suite first', () => {
  expect(pilotSeeds([3, 1])).toEqual([3, 1, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(pilotSeeds(Array.from({ length: 20 }, (_, i) => i))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
