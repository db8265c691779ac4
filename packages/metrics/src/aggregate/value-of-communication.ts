import { mean } from 'simple-statistics';
import type { Interval } from './bootstrap.js';
import { bootstrapRatio } from './bootstrap-ratio.js';
import { pairedDifference, type PairedDifference } from './paired-difference.js';
import { bySeed, type Sample } from './samples.js';
import { MIN_SEEDS_FOR_INTERVAL } from './summarise.js';

/** The condition without turns to talk, and the one in which everybody sees what all see. */
const NONE = 'no-comm';
const SHARED = 'shared-observation';

/** What a team gains over one control condition by talking; exploratory, so without a p. */
export interface GainOverControl extends Omit<PairedDifference, 'pValue'> {
  /** Name of the control, `scrambled`. */
  readonly control: string;
}

/** How much of what shared observation brings is brought by talk. */
export type RecoveredShare =
  | { readonly share: number; readonly interval: Interval; readonly reason: null }
  | { readonly share: null; readonly interval: null; readonly reason: string };

/** What the words of a team are worth, on the seeds that it shares with its controls. */
export interface ValueOfCommunication {
  /** `talk − control`, in the order of the controls. */
  readonly gains: readonly GainOverControl[];
  /** (talk − no-comm) / (shared-observation − no-comm). */
  readonly recovered: RecoveredShare;
}

/**
 * Compares talk with its control conditions seed by seed. The recovered share is a number only where the interval of its
 * denominator lies above 0: below, or across, shared observation is not known to help, and the share would mean nothing.
 *
 * @param controls samples of each control by name; the same metric as `talk`
 */
export function valueOfCommunication(
  talk: readonly Sample[],
  controls: Readonly<Record<string, readonly Sample[]>>,
): ValueOfCommunication {
  return {
    gains: Object.entries(controls).map(([control, samples]) => {
      const { seeds, unpairedSeeds, mean, sd, interval, points } = pairedDifference(talk, samples);
      return { control, seeds, unpairedSeeds, mean, sd, interval, points };
    }),
    recovered: recoveredShare(talk, controls[NONE], controls[SHARED]),
  };
}

function recoveredShare(
  talk: readonly Sample[],
  none: readonly Sample[] | undefined,
  shared: readonly Sample[] | undefined,
): RecoveredShare {
  if (none === undefined) return unknown(`${NONE} was not played`);
  if (shared === undefined) return unknown(`${SHARED} was not played`);
  const [ofTalk, ofNone, ofShared] = [bySeed(talk), bySeed(none), bySeed(shared)];
  const seeds = [...ofNone.keys()].filter((seed) => ofTalk.has(seed) && ofShared.has(seed));
  if (seeds.length < MIN_SEEDS_FOR_INTERVAL) {
    return unknown(`fewer than ${MIN_SEEDS_FOR_INTERVAL} seeds are common to all three`);
  }
  const common = (samples: readonly Sample[]): Sample[] => samples.filter(({ seed }) => seeds.includes(seed));
  const { interval } = pairedDifference(common(shared), common(none));
  if (interval === null || interval.low <= 0) {
    return unknown(`the interval of ${SHARED} − ${NONE} does not lie above 0`);
  }
  const at = (values: ReadonlyMap<number, number[]>, seed: number): number => mean(values.get(seed) ?? []);
  const pairs = seeds.map((seed) => ({
    above: at(ofTalk, seed) - at(ofNone, seed),
    below: at(ofShared, seed) - at(ofNone, seed),
  }));
  const total = (side: 'above' | 'below'): number => pairs.reduce((sum, pair) => sum + pair[side], 0);
  return { share: total('above') / total('below'), interval: bootstrapRatio(pairs), reason: null };
}

function unknown(reason: string): RecoveredShare {
  return { share: null, interval: null, reason };
}
