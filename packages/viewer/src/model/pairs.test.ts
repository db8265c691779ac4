import { expect, it } from 'vitest';
import { PROTOCOL, type ListedCondition, type ListedEpisode, type RunListing } from '../protocol/protocol.js';
import { listedEpisode } from '../testing/tiny-run.js';
import { pairsOf } from './pairs.js';

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
const listing = (...conditions: ListedCondition[]): RunListing => ({
  ...{
    protocol: PROTOCOL,
    run: 'r',
    suite: 's',
    title: 't',
    primary: 'p',
    live: false,
    playing: null,
    prices: {},
  },
  conditions,
});

it('pairs seed and repeat of two conditions, the most different first', () => {
  const pairs = pairsOf(
    listing(
      condition('one', 'llm', [scored('one', 1, 0.5), scored('one', 2, 0.9), scored('one', 2, 0.1, 2)]),
      condition('two', 'llm', [scored('two', 1, 0.75), scored('two', 2, 0.25), scored('two', 3, 1)]),
    ),
  );
  expect(pairs.map(({ one, other, difference }) => [one.episode.path, other.label, difference])).toEqual([
    ['one-2-1', 'two', expect.closeTo(-0.65)],
    ['one-1-1', 'two', 0.25],
  ]);
});

it('compares no two kinds of models, and nothing without a score', () => {
  const pairs = pairsOf(
    listing(
      condition('one', 'llm', [scored('one', 1, 0.5)]),
      condition('two', 'stand-in', [scored('two', 1, 0.75)]),
      condition('three', 'llm', [scored('three', 1, null)]),
    ),
  );
  expect(pairs).toEqual([]);
});
