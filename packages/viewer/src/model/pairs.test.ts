import { expect, it } from 'vitest';
import {
  PROTOCOL,
  type ListedComparison,
  type ListedCondition,
  type ListedEpisode,
  type RunListing,
} from '../protocol/protocol.js';
import { listedEpisode } from '../testing/tiny-run.js';
import { comparedPairs } from './pairs.js';

const condition = (
  label: string,
  modelKind: string,
  episodes: readonly ListedEpisode[],
): ListedCondition => ({
  ...{ fingerprint: label, label, modelKind, clock: 'barrier zero-v1', episodes },
  ...{ structure: 'individual', topology: 'none', addressing: null },
});
const scored = (label: string, seed: number, score: number | null, repeat = 1): ListedEpisode =>
  listedEpisode({ path: `${label}-${seed}-${repeat}`, seed, score, repeat });
const comparison = (text: string, declared = false): ListedComparison => {
  const [condition = '', baseline = ''] = text.split(' > ');
  return { axis: 'team', condition, baseline, declared };
};
const listing = (
  conditions: readonly ListedCondition[],
  comparisons: readonly ListedComparison[] = [],
): RunListing => ({
  ...{ protocol: PROTOCOL, run: 'r', suite: 's', title: 't', primary: 'p' },
  ...{ live: false, playing: null, prices: {}, conditions, comparisons },
});
/** `two > one: -0.65 0.25` */
const shown = (run: RunListing): string[] =>
  comparedPairs(run).map(
    ({ condition, baseline, pairs }) =>
      `${condition.label} > ${baseline.label}: ${pairs.map(({ difference }) => difference.toFixed(2)).join(' ')}`,
  );

it('pairs seed and repeat of two conditions, the most different first', () => {
  const one = condition('one', 'llm', [
    scored('one', 1, 0.5),
    scored('one', 2, 0.9),
    scored('one', 2, 0.1, 2),
  ]);
  const two = condition('two', 'llm', [scored('two', 1, 0.75), scored('two', 2, 0.25), scored('two', 3, 1)]);
  const [found] = comparedPairs(listing([one, two], [comparison('two > one')]));
  expect(found?.pairs.map(({ baseline, episode }) => [baseline.path, episode.path])).toEqual([
    ['one-2-1', 'two-2-1'],
    ['one-1-1', 'two-1-1'],
  ]);
  expect(shown(listing([one, two], [comparison('two > one')]))).toEqual(['two > one: -0.65 0.25']);
});

it('shows what the suite declares first and in its order, then what differs most', () => {
  const conditions = ['a', 'b', 'c', 'd'].map((label, i) =>
    condition(label, 'llm', [scored(label, 1, i * i)]),
  );
  const comparisons = [
    comparison('c > b', true),
    comparison('d > c', true),
    comparison('b > a'),
    comparison('d > a'),
  ];
  expect(shown(listing(conditions, comparisons))).toEqual([
    'c > b: 3.00',
    'd > c: 5.00',
    'd > a: 9.00',
    'b > a: 1.00',
  ]);
});

it('compares conditions that differ in more only where there are no others, and no two kinds of models', () => {
  const conditions = [
    condition('one', 'llm', [scored('one', 1, 0.5)]),
    condition('two', 'stand-in', [scored('two', 1, 0.75)]),
    condition('three', 'llm', [scored('three', 1, 0.25)]),
    condition('four', 'llm', [scored('four', 1, null)]),
  ];
  expect(shown(listing(conditions))).toEqual(['three > one: -0.25']);
  expect(shown(listing(conditions, [comparison('four > one')]))).toEqual(['three > one: -0.25']);
  expect(shown(listing(conditions, [comparison('two > one', true)]))).toEqual(['two > one: 0.25']);
});
