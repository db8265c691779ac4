import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { listJoint, listPairs, type JointCounts, type JointList } from './joint-counts.js';
import {
  createDeck,
  dealInformation,
  mutualInformation,
  type Deck,
  type Information,
} from './mutual-information.js';

/** How much what was said tells of what was done. Null where there are no pairs. */
export interface Dependence {
  /** Pairs of a message and an action. */
  readonly pairs: number;
  /** Mutual information from relative frequencies, nats. */
  readonly information: number | null;
  /** The same, corrected for small samples, nats. */
  readonly corrected: number | null;
  /** `information − nullMean`, nats: what is left beyond chance, about 0 where nothing depends. */
  readonly excess: number | null;
  /** Mean of `information` when actions are dealt out at random: what so few pairs give for nothing. */
  readonly nullMean: number | null;
  /** Share of random deals, the real one among them, that give at least as much. */
  readonly pValue: number | null;
}

/** That of one episode, with what it rests on. */
export interface EpisodeDependence extends Dependence {
  /** How often which code of a message came with which of an action, for each group that has any. */
  readonly joint: readonly JointList[];
}

const PERMUTATIONS = 199;
const NOTHING: Dependence = {
  pairs: 0,
  information: null,
  corrected: null,
  excess: null,
  nullMean: null,
  pValue: null,
};
/** Fixed, so that the same log always gives the same null. */
const SEED = 30_011;
/** Equal information can differ by rounding. */
const ROUNDING = 1e-12;

/** Dependence in one episode, within each of its groups. */
export function dependenceOf(groups: readonly JointCounts[]): EpisodeDependence {
  const joint = groups.map(listJoint).filter((list) => list.length > 0);
  return { ...dependenceWithin(joint), joint };
}

/**
 * Dependence over several episodes. Codes count tasks in the order in which an episode opens them, so that they mean
 * nothing in another one: groups stay what they are, and the null deals within each. Many episodes that are too short
 * to tell anything by themselves can do so together.
 */
export function poolDependence(episodes: readonly EpisodeDependence[]): Dependence {
  return dependenceWithin(episodes.flatMap(({ joint }) => joint));
}

/**
 * Dependence within groups (each speaker, each pair of speaker and hearer), weighted by their pairs. The null deals the
 * actions of each group out anew among its messages, so that who spoke, and how often what was said and done, stays.
 */
function dependenceWithin(groups: readonly JointList[]): Dependence {
  const listed = groups.map(listPairs).filter(({ said }) => said.length > 0);
  const pairs = listed.reduce((sum, { said }) => sum + said.length, 0);
  if (pairs === 0) return NOTHING;
  const measured = listed.map(({ said, done }) => {
    const whole = mutualInformation(said, done);
    return { weight: said.length / pairs, whole, deck: createDeck(said, done, whole.apart) };
  });
  const weighted = (value: (whole: Information) => number): number =>
    measured.reduce((sum, { weight, whole }) => sum + weight * value(whole), 0);
  const information = weighted(({ plugIn }) => plugIn);
  const { nullMean, asMuch } = dealOut(measured, information);
  return {
    pairs,
    information,
    corrected: weighted(({ corrected }) => corrected),
    excess: information - nullMean,
    nullMean,
    pValue: (asMuch + 1) / (PERMUTATIONS + 1),
  };
}

interface Group {
  /** Share of all pairs. */
  readonly weight: number;
  readonly deck: Deck;
}

/** Mean information over random deals, and in how many of them it is at least `information`. */
function dealOut(
  groups: readonly Group[],
  information: number,
): { readonly nullMean: number; readonly asMuch: number } {
  const generator = xoroshiro128plus(SEED);
  let asMuch = 0;
  let sum = 0;
  for (let deal = 0; deal < PERMUTATIONS; deal++) {
    const dealt = dealAll(groups, generator);
    if (dealt >= information - ROUNDING) asMuch += 1;
    sum += dealt;
  }
  return { nullMean: sum / PERMUTATIONS, asMuch };
}

/** Information when the actions of every group are dealt out anew. */
function dealAll(groups: readonly Group[], generator: RandomGenerator): number {
  let information = 0;
  for (const { weight, deck } of groups) information += weight * dealInformation(deck, generator);
  return information;
}
