import type { EpisodeHeader, PartSpec } from '@quorum/events';
import { expect, it } from 'vitest';
import { addressingOf } from './addressing.js';

const addressing = (topology: PartSpec, protocol = 'free', seats = 3) =>
  addressingOf({
    team: Array.from({ length: seats }, () => ({})),
    topology,
    protocol: { name: protocol, options: {} },
  } as unknown as EpisodeHeader);

it('knows who may address whom, who leads and who speaks when', () => {
  expect(addressing({ name: 'star', options: { hub: 1 } }, 'hierarchy')).toEqual({
    out: [[1], [0, 2], [1]],
    parents: [1, null, 1],
    roles: ['follower', 'leader', 'follower'],
  });
  expect(addressing({ name: 'chain', options: {} }, 'turn-taking')).toEqual({
    out: [[1, 2], [2], []],
    parents: null,
    roles: ['speaker 1', 'speaker 2', 'speaker 3'],
  });
});

it('leaves open what depends on the moment, the place or the seed, and what it does not know', () => {
  expect(addressing({ name: 'range', options: { meters: 8 } })).toBeNull();
  expect(addressing({ name: 'small-world', options: { degree: 2, rewiring: 0.5 } }, 'free', 6)).toBeNull();
  expect(addressing({ name: 'of somebody else', options: {} })).toBeNull();
});
