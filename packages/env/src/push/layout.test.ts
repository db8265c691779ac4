import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../rng/create-rng.js';
import type { BlockPlan, PushLayout } from './layout.js';
import type { PushVariant } from './push-scenario.js';
import { cubeArena, cubeWeights, pushCube } from './variants/cube.js';
import { pushNine } from './variants/nine.js';
import { pushPrivate } from './variants/private.js';

/** Room that everybody can walk through, metres. */
const CORRIDOR_METERS = 0.8;
/** Radius of the largest agent that options allow, metres. */
const LARGEST_RADIUS = 0.35;

const layoutOf = (variant: PushVariant, seed: number, seats: number): PushLayout =>
  variant.layout(createRng(seed, 'layout'), seats);

/** Width of the widest straight corridor between two blocks, metres. */
const between = (a: BlockPlan, b: BlockPlan): number =>
  Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) - (a.side + b.side) / 2;

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((a, i) => items.slice(i + 1).map((b): [T, T] => [a, b]));

const least = (numbers: readonly number[]): number => Math.min(...numbers);

function expectSound({ arena, goalX, blocks, agents }: PushLayout, seats: number): void {
  const corridors = pairs(blocks).map(([a, b]) => between(a, b));
  const margins = blocks.map(({ x, y, side }) => least([x, y, goalX - x, arena.height - y]) - side / 2);
  expect(least([...corridors, ...margins])).toBeGreaterThanOrEqual(CORRIDOR_METERS);

  expect(agents).toHaveLength(seats);
  const rows = pairs(agents).map(([a, b]) => Math.abs(a.y - b.y));
  expect(least(rows)).toBeGreaterThan(2 * LARGEST_RADIUS);
  const walls = agents.map(({ x, y }) => least([x, y, arena.height - y]));
  const clear = agents.flatMap(({ x, y }) =>
    blocks.map((block) => Math.max(Math.abs(block.x - x), Math.abs(block.y - y)) - block.side / 2),
  );
  expect(least([...walls, ...clear])).toBeGreaterThan(LARGEST_RADIUS);
}

describe('every layout leaves corridors between blocks, walls and goal strip, and starts agents in rows of their own', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

  it.each([pushNine, pushPrivate, pushCube])('$name', (variant) => {
    const { min, max } = variant.seats;
    fc.assert(
      fc.property(seeds, fc.integer({ min, max }), (seed, seats) =>
        expectSound(layoutOf(variant, seed, seats), seats),
      ),
      { numRuns: 60 },
    );
  });

  it('push-cube-v0 for every n, whatever the seed', () => {
    for (let n = 1; n <= 64; n++) {
      for (const seed of [1, 2, 3]) {
        const layout = layoutOf(pushCube, seed, n);
        expectSound(layout, n);
        expect(layout.arena).toEqual({ width: Math.max(20, n), height: Math.max(20, n) });
      }
    }
  });
});

it('depends on seed and team size only, and changes with the seed', () => {
  expect(layoutOf(pushNine, 5, 3)).toEqual(layoutOf(pushNine, 5, 3));
  expect(layoutOf(pushNine, 5, 3).blocks).toEqual(layoutOf(pushNine, 5, 6).blocks);
  expect(layoutOf(pushNine, 5, 3)).not.toEqual(layoutOf(pushNine, 6, 3));
});

it('places nine blocks worth 18 in an arena of 15 m, side = weight, or all alike where weights are private', () => {
  const nine = layoutOf(pushNine, 1, 3);
  expect(nine.arena).toEqual({ width: 15, height: 15 });
  expect(nine.blocks.map(({ weight }) => weight)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  expect(nine.blocks.every(({ weight, side }) => weight === side)).toBe(true);
  const alike = layoutOf(pushPrivate, 1, 3);
  expect(alike.blocks.map(({ weight }) => weight).sort()).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  expect(new Set(alike.blocks.map(({ side }) => side)).size).toBe(1);
  // The order of the ids must not tell the weight.
  const first = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => layoutOf(pushPrivate, seed, 3).blocks[0]?.weight);
  expect(new Set(first).size).toBeGreaterThan(1);
});

describe('cube weights', () => {
  const teams = Array.from({ length: 64 }, (_, i) => i + 1);

  it.each([
    [1, [1]],
    [2, [1, 1, 2]],
    [4, [1, 1, 2, 3]],
    [8, [1, 1, 1, 2, 3, 5]],
    [12, [1, 1, 1, 2, 2, 3, 4, 7]],
  ])('n = %i', (n, weights) => expect(cubeWeights(n)).toEqual(weights));

  it.each(teams)('n = %i: one of floor(n/2) + 1, the others lighter, none rarer than a heavier one', (n) => {
    const heaviest = Math.floor(n / 2) + 1;
    const counts = Array.from(
      { length: heaviest },
      (_, i) => cubeWeights(n).filter((weight) => weight === i + 1).length,
    );
    expect(counts.at(-1)).toBe(1);
    expect(counts.reduce((sum, count) => sum + count)).toBe(cubeWeights(n).length);
    for (let i = 0; i + 2 < heaviest; i++) expect(counts[i]).toBeGreaterThanOrEqual(counts[i + 1] ?? NaN);
    expect(cubeWeights(n).reduce((sum, weight) => sum + weight * weight, 0)).toBeLessThan(
      0.4 * cubeArena(n) * cubeArena(n),
    );
  });
});
