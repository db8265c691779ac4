import type { EpisodeHeader, PartSpec } from '@quorum/events';
import { expect, it } from 'vitest';
import { addressingAt, addressingOf } from './addressing.js';

const headerOf = (topology: PartSpec, protocol = 'free', seats = 3): EpisodeHeader =>
  ({
    team: Array.from({ length: seats }, () => ({})),
    topology,
    protocol: { name: protocol, options: {} },
    ...{ seed: 1, repeat: 1 },
  }) as unknown as EpisodeHeader;
const addressing = (topology: PartSpec, protocol = 'free', seats = 3) =>
  addressingOf(headerOf(topology, protocol, seats));

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

it('knows at a moment what depends on moment, place or seed', () => {
  const range = headerOf({ name: 'range', options: { meters: 8 } });
  const at = (header: EpisodeHeader, ...x: number[]) =>
    addressingAt(header, { time: 0, places: x.map((each) => [each, 0] as const) });
  expect(at(range, 0, 5, 12)).toEqual({ out: [[1], [0, 2], [1]], parents: null, roles: [] });
  expect(at(range, 0, 9, 20)).toEqual({ out: [[], [], []], parents: null, roles: [] });
  expect(at(range, 0, 5)).toBeNull();
  const world = headerOf({ name: 'small-world', options: { degree: 2, rewiring: 1 } }, 'turn-taking', 6);
  const drawn = at(world, 0, 0, 0, 0, 0, 0);
  expect(drawn?.out.flat()).toHaveLength(12);
  expect(drawn?.roles[5]).toBe('speaker 6');
  expect(at({ ...world, seed: 2 }, 0, 0, 0, 0, 0, 0)?.out).not.toEqual(drawn?.out);
  expect(at(headerOf({ name: 'of somebody else', options: {} }), 0, 0, 0)).toBeNull();
});
