import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Point } from '../navigation/point.js';
import { FACES, pushPositions } from './faces.js';
import type { PushObservation } from './observation.js';
import { distanceTo, round } from './see-blocks.js';
import { stage } from './testing.js';

const ARENA = 12;
const RADIUS = 0.3;
const BLOCKS = [
  { x: 4, y: 4, side: 2, weight: 2 },
  { x: 6.5, y: 4, side: 2, weight: 2 },
  { x: 4, y: 6.2, side: 1, weight: 1 },
  { x: 9, y: 0.5, side: 1, weight: 1 },
];
const rects = BLOCKS.map(({ x, y, side }) => ({ x, y, width: side, height: side }));

/** Places where seat 0 could push, found by asking everything about every place. */
function freePlaces(agents: readonly Point[]) {
  return rects.map((rect) =>
    FACES.map((face) =>
      pushPositions(rect, face, RADIUS, 1)
        .filter(({ x, y }) => x >= RADIUS && x <= ARENA - 1 - RADIUS && y >= RADIUS && y <= ARENA - RADIUS)
        .filter((place) => rects.every((other) => distanceTo(other, place) >= RADIUS - 0.005))
        .filter((place) =>
          agents
            .slice(1)
            .every(({ x, y }) => (x - place.x) ** 2 + (y - place.y) ** 2 >= (2 * RADIUS - 0.05) ** 2),
        )
        .map(({ x, y }) => [round(x), round(y)]),
    ),
  );
}

it('shows exactly the push positions on which nothing stands', () => {
  // Multiples of 1/16 m, which the engine's single precision holds exactly.
  const near = fc.record({ x: fc.integer({ min: 32, max: 128 }), y: fc.integer({ min: 32, max: 128 }) });
  fc.assert(
    fc.property(fc.array(near, { minLength: 8, maxLength: 8 }), (spots) => {
      const agents = [{ x: 1, y: 1 }, ...spots.map(({ x, y }) => ({ x: x / 16, y: y / 16 }))];
      const { simulation } = stage({ agents, arena: ARENA, blocks: BLOCKS });
      const { blocks } = simulation.observe(0) as unknown as PushObservation;
      simulation.free();
      expect(blocks.map(({ faces }) => FACES.map((face) => faces[face].positions))).toEqual(
        freePlaces(agents),
      );
    }),
    { numRuns: 50 },
  );
});
