import type { EpisodeHeader } from '@quorum/events';
import { expect, it } from 'vitest';
import { orderForWatching } from './order-for-watching.js';

it('begins each seed with those who talk, and keeps the order else', () => {
  const episode = (seed: number, topology: string, name: string) => ({
    header: { seed, repeat: 1, topology: { name: topology, options: {} } } as unknown as EpisodeHeader,
    name,
  });
  const ordered = orderForWatching([
    episode(1, 'none', 'random 1'),
    episode(1, 'full', 'debate 1'),
    episode(1, 'none', 'greedy 1'),
    episode(2, 'none', 'random 2'),
    episode(2, 'star', 'centralized 2'),
    episode(2, 'full', 'debate 2'),
  ]);
  expect(ordered.map(({ name }) => name)).toEqual([
    ...['debate 1', 'random 1', 'greedy 1'],
    ...['centralized 2', 'debate 2', 'random 2'],
  ]);
});
