import type { JsonObject } from '@quorum/events';
import { createRng } from '@quorum/env';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp } from '../catalog/look-up.js';
import { sampleView } from '../conformance/sample-view.js';
import type { Graph } from '../contract/topology.js';
import { resolveOptions } from '../episode/resolve-options.js';
import { graphOf } from '../testing/rehearse.js';
import { topologies } from './topologies.js';

const part = (name: string) => lookUp('topology', name, topologies);
const refusal = (name: string, seats: number, options: JsonObject = {}) =>
  part(name).refuses?.(seats, part(name).options.parse(options)) ?? null;
const traits = (name: string, options: JsonObject = {}) =>
  part(name).traits?.(part(name).options.parse(options)) ?? [];

/** The graph of bodies on a line, at the given metres. */
function graphAt(
  name: string,
  options: JsonObject,
  { places, time = 0 }: { places: number[]; time?: number },
): Graph {
  return part(name).graph({
    seats: places.length,
    options: part(name).options.parse(options),
    time,
    position: (seat) => ({ x: places[seat] ?? 0, y: 0 }),
    rng: (...names) => createRng(1, ...names),
  });
}

it('draws the plain graphs', () => {
  expect(graphOf('none', 3).out).toEqual([[], [], []]);
  expect(graphOf('full', 3).out).toEqual([
    [1, 2],
    [0, 2],
    [0, 1],
  ]);
  expect(graphOf('chain', 3).out).toEqual([[1, 2], [2], []]);
  expect(graphOf('ring', 4).out).toEqual([[1], [2], [3], [0]]);
  expect(graphOf('ring', 4, { both: true }).out).toEqual([
    [1, 3],
    [0, 2],
    [1, 3],
    [0, 2],
  ]);
  expect(graphOf('ring', 2, { both: true }).out).toEqual([[1], [0]]);
  expect(graphOf('ring', 1).out).toEqual([[]]);
});

it('draws hierarchies with their superiors', () => {
  expect(graphOf('star', 3, { hub: 1 })).toEqual({ out: [[1], [0, 2], [1]], parents: [1, null, 1] });
  expect(graphOf('tree', 6)).toEqual({
    out: [[1, 2], [0, 3, 4], [0, 5], [1], [1], [2]],
    parents: [null, 0, 0, 1, 1, 2],
  });
  expect(graphOf('tree', 4, { arity: 1 }).parents).toEqual([null, 0, 1, 2]);
});

it('goes by where bodies are now', () => {
  const places = [0, 3, 10, 14];
  expect(graphAt('range', { meters: 4 }, { places }).out).toEqual([[1], [0], [3], [2]]);
  expect(graphAt('range', { meters: 3 }, { places }).out).toEqual([[1], [0], [], []]);
  expect(graphAt('nearest', { k: 2 }, { places }).out).toEqual([
    [1, 2],
    [0, 2],
    [1, 3],
    [1, 2],
  ]);
  // Of equally near ones the first seat.
  expect(graphAt('nearest', { k: 1 }, { places: [5, 0, 10] }).out).toEqual([[1], [0], [0]]);
});

describe('random graphs', () => {
  it('small-world: as many links as a ring of near neighbours, both ways, other ones for another seed', () => {
    const links = (rewiring: number, seed: number) =>
      part('small-world').graph(sampleView(12, { degree: 4, rewiring }, { seed })).out;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (rewiring, seed) => {
        const out = links(rewiring, seed);
        expect(out.flat()).toHaveLength(12 * 4);
        out.forEach((to, from) => expect(to.every((other) => out[other]?.includes(from))).toBe(true));
      }),
      { numRuns: 50 },
    );
    expect(links(0, 1)[0]).toEqual([1, 2, 10, 11]);
    expect(links(1, 1)).not.toEqual(links(1, 2));
  });

  it('rewire: each seat addresses as many as said, other ones after a while', () => {
    const at = (seconds: number) =>
      graphAt(
        'rewire',
        { degree: 3, everySeconds: 5 },
        { places: Array<number>(8).fill(0), time: seconds * 1e6 },
      ).out;
    for (const to of at(0)) expect(new Set(to).size).toBe(3);
    expect(at(4.999999)).toEqual(at(0));
    expect(at(5)).not.toEqual(at(0));
  });

  it('small-world needs more seats than neighbours', () => {
    expect(refusal('small-world', 2)).toBe('degree 2 needs at least 3 seats, there are 2');
    expect(refusal('small-world', 3)).toBeNull();
  });
});

describe('custom', () => {
  const pair: JsonObject = {
    edges: [
      [0, 1],
      [1, 0],
    ],
  };

  it('is the graph that its options describe', () => {
    expect(
      graphOf('custom', 3, {
        edges: [
          [2, 0],
          [0, 1],
          [2, 1],
        ],
      }),
    ).toEqual({
      out: [[1], [], [0, 1]],
      parents: null,
    });
    expect(graphOf('custom', 2, { ...pair, parents: [null, 0] }).parents).toEqual([null, 0]);
    expect(traits('custom', pair)).toEqual([]);
    expect(traits('custom', { ...pair, parents: [null, 0] })).toEqual(['hierarchical']);
    expect(traits('custom')).toEqual(['silent']);
  });

  it.each<[number, JsonObject, string]>([
    [2, { edges: [[1, 1]] }, 'edge [1, 1] leads nowhere'],
    [2, { edges: [[0, 2]] }, 'edge [0, 2] names seat 2, but the last seat is 1'],
    [3, { ...pair, parents: [null, 0] }, 'parents names 2 seats, there are 3'],
    [
      2,
      { edges: [[0, 1]], parents: [null, 0] },
      'seat 0 is the superior of seat 1, but edges in both directions are missing',
    ],
    [2, { ...pair, parents: [1, 0] }, 'seat 0 is its own superior, in a circle'],
  ])('refuses %i seats with %j', (seats, options, reason) => {
    expect(refusal('custom', seats, options)).toContain(reason);
  });
});

it('refuses a hub that is not in the team', () => {
  expect(refusal('star', 3, { hub: 3 })).toBe('its hub is seat 3, but the last seat is 2');
});

describe('schedule', () => {
  const phases = [
    { fromSeconds: 0, topology: 'star', options: { hub: 1 } },
    { fromSeconds: 30, topology: 'range', options: { meters: 5 } },
  ];
  const parse = (given: JsonObject) => resolveOptions(part('schedule'), given, 'topology.options');

  it('is one topology after another, at given times', () => {
    const places = [0, 20, 4];
    const at = (seconds: number) => graphAt('schedule', { phases }, { places, time: seconds * 1e6 }).out;
    expect(at(29.999999)).toEqual([[1], [0, 2], [1]]);
    expect(at(30)).toEqual([[2], [], [0]]);
  });

  it('fills in the options of its phases, and resolves to itself', () => {
    const resolved = parse({ phases: [{ fromSeconds: 0, topology: 'tree' }] });
    expect(resolved).toEqual({ phases: [{ fromSeconds: 0, topology: 'tree', options: { arity: 2 } }] });
    expect(parse(resolved)).toEqual(resolved);
  });

  it('has the traits of its phases', () => {
    expect(traits('schedule', { phases })).toEqual(['local']);
    expect(traits('schedule', { phases: phases.slice(0, 1) })).toEqual(['hierarchical']);
    expect(traits('schedule', { phases: [{ fromSeconds: 0, topology: 'none' }] })).toEqual(['silent']);
  });

  it('does not fit a team that one of its phases does not fit', () => {
    expect(refusal('schedule', 1, { phases })).toBe(
      'star, from second 0 on: its hub is seat 1, but the last seat is 0',
    );
  });

  it.each<[JsonObject, RegExp]>([
    [{ phases: [] }, /topology\.options\.phases/],
    [{ phases: [{ fromSeconds: 1, topology: 'full' }] }, /has to begin at second 0/],
    [{ phases: [...phases, { fromSeconds: 30, topology: 'full' }] }, /each later one after the one before/],
    [{ phases: [{ fromSeconds: 0, topology: 'rign' }] }, /no topology called 'rign'.*Did you mean 'ring'/],
    [{ phases: [{ fromSeconds: 0, topology: 'schedule' }] }, /no topology called 'schedule'/],
    [{ phases: [{ fromSeconds: 0, topology: 'ring', options: { hub: 1 } }] }, /ring has no option 'hub'/],
  ])('refuses %j', (given, message) => {
    expect(() => parse(given)).toThrow(message);
  });
});
