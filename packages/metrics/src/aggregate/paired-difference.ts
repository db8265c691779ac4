import { mean } from 'simple-statistics';
import { bySeed, type Sample } from './samples.js';
import { signFlipTest } from './sign-flip-test.js';
import { MIN_SEEDS_FOR_TEST, summarise, type Summary } from './summarise.js';

/** Difference of two conditions on the seeds they share. */
export interface PairedDifference extends Omit<Summary, 'episodes'> {
  /** Seeds that only one of the two has; left out. */
  readonly unpairedSeeds: number;
  /** Two-sided sign-flip p; null below ten seeds, where nothing is said about significance. */
  readonly pValue: number | null;
}

/** Difference `a − b`, seed by seed: the mean over repeats of `a` minus that of `b`. */
export function pairedDifference(a: readonly Sample[], b: readonly Sample[]): PairedDifference {
  const ofA = bySeed(a);
  const ofB = bySeed(b);
  const differences = [...ofA].flatMap(([seed, values]) => {
    const others = ofB.get(seed);
    return others === undefined ? [] : [{ seed, value: mean(values) - mean(others) }];
  });
  const { seeds, mean: difference, sd, interval, points } = summarise(differences);
  return {
    seeds,
    unpairedSeeds: ofA.size + ofB.size - 2 * seeds,
    mean: difference,
    sd,
    interval,
    points,
    pValue: seeds < MIN_SEEDS_FOR_TEST ? null : signFlipTest(differences.map(({ value }) => value)),
  };
}
