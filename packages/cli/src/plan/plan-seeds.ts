import { QuorumError } from '@quorum/events';
import {
  MIN_SEEDS_FOR_INTERVAL,
  pairedDifference,
  samplesOf,
  sdInterval,
  seedsNeeded,
  type Interval,
  type Sample,
} from '@quorum/metrics';
import type { RunResults } from '../run-folder/read-run.js';
import type { Comparison } from '../suite/comparisons.js';
import type { SuitePlan } from '../suite/plan-suite.js';

/** What is to be found, and how surely. */
export interface Aim {
  /** Difference in the unit of the primary metric. */
  readonly detect: number;
  readonly power: number;
  /** Level of the whole family. */
  readonly alpha: number;
}

/** Seeds that one comparison needs. */
export interface ComparisonNeed extends Comparison {
  /** Seeds of the pilot that both conditions have. */
  readonly pilotSeeds: number;
  /** Standard deviation of the differences between seeds; null where the pilot has too few seeds. */
  readonly sd: number | null;
  readonly sdInterval: Interval | null;
  readonly seeds: number | null;
  /** Seeds for either end of the deviation's interval. */
  readonly seedsInterval: Interval | null;
}

/** Seeds that a suite needs. */
export interface SeedPlan {
  /** Level of a single comparison: that of the family over its size, which Holm never goes below. */
  readonly alphaEach: number;
  readonly comparisons: readonly ComparisonNeed[];
  /** Of the comparison that needs the most. */
  readonly seeds: number;
  readonly seedsInterval: Interval;
  /** What `seeds` costs: every condition on every seed, with the repeats of the suite. */
  readonly episodes: number;
  readonly episodesInterval: Interval;
  /** Mean host time of an episode of the pilot, seconds of one thread; null where unknown. */
  readonly secondsPerEpisode: number | null;
}

/**
 * Seeds with which the comparisons of a suite find a difference, from the spread of a pilot.
 * @throws QuorumError `USAGE` when the suite compares nothing, or the pilot has too few seeds of everything it compares
 */
export function planSeeds(plan: SuitePlan, pilot: RunResults, aim: Aim): SeedPlan {
  const { comparisons: declared, suite, conditions } = plan;
  if (declared.length === 0) {
    throw new QuorumError('USAGE', `${suite.suite} compares nothing.`, {
      fix: 'give it a field `compare`, or an axis with several values.',
    });
  }
  const alphaEach = aim.alpha / declared.length;
  const comparisons = declared.map((comparison) =>
    needOf(comparison, differencesOf(comparison, pilot, suite.primary), { ...aim, alpha: alphaEach }),
  );
  const known = comparisons.flatMap(({ seeds, seedsInterval }) =>
    seeds === null || seedsInterval === null ? [] : [{ seeds, ...seedsInterval }],
  );
  if (known.length === 0) {
    throw new QuorumError(
      'USAGE',
      `The pilot has fewer than ${MIN_SEEDS_FOR_INTERVAL} seeds of every comparison of ${suite.suite}.`,
      { fix: 'play it on more seeds, with this version of the suite and of Quorum; ten are a good number.' },
    );
  }
  const most = (key: 'seeds' | 'low' | 'high'): number => Math.max(...known.map((need) => need[key]));
  const perSeed = conditions.length * suite.repeats;
  return {
    alphaEach,
    comparisons,
    seeds: most('seeds'),
    seedsInterval: { low: most('low'), high: most('high') },
    episodes: most('seeds') * perSeed,
    episodesInterval: { low: most('low') * perSeed, high: most('high') * perSeed },
    secondsPerEpisode: meanSeconds(pilot),
  };
}

function differencesOf({ condition, baseline }: Comparison, { rows }: RunResults, primary: string) {
  const samples = (fingerprint: string): Sample[] =>
    samplesOf(
      rows.filter((row) => row.condition.fingerprint === fingerprint).map(({ result }) => result),
      primary,
    );
  return pairedDifference(samples(condition), samples(baseline));
}

function needOf(comparison: Comparison, pilot: ReturnType<typeof differencesOf>, aim: Aim): ComparisonNeed {
  const { seeds: pilotSeeds, sd } = pilot;
  if (sd === null || pilotSeeds < MIN_SEEDS_FOR_INTERVAL) {
    return { ...comparison, pilotSeeds, sd: null, sdInterval: null, seeds: null, seedsInterval: null };
  }
  const spread = sdInterval(sd, pilotSeeds);
  const seedsFor = (deviation: number): number =>
    seedsNeeded({ sd: deviation, difference: aim.detect, power: aim.power, alpha: aim.alpha });
  return {
    ...comparison,
    pilotSeeds,
    sd,
    sdInterval: spread,
    seeds: seedsFor(sd),
    seedsInterval: { low: seedsFor(spread.low), high: seedsFor(spread.high) },
  };
}

function meanSeconds({ manifest }: RunResults): number | null {
  const times = manifest.episodes.flatMap(({ wallMs }) => (wallMs === null ? [] : [wallMs / 1000]));
  return times.length === 0 ? null : times.reduce((sum, seconds) => sum + seconds, 0) / times.length;
}
