import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pushAction } from './actions.js';
import type { PushObservation } from './observation.js';
import { standByTheWall } from './stand-by.js';
import { stage } from './testing.js';

interface Spot {
  readonly x: number;
  readonly y: number;
}

function standBy(agents: readonly Spot[], blocks: Parameters<typeof stage>[0]['blocks'] = []): Spot {
  const { simulation } = stage({ agents, blocks });
  const action = standByTheWall(simulation.observe(0) as unknown as PushObservation);
  simulation.free();
  expect(pushAction.parse(action)).toEqual(action);
  return action as unknown as Spot;
}

it('goes to the nearest place at the wall opposite the goal', () => {
  const { x, y } = standBy([{ x: 8, y: 7 }]);
  expect(x).toBeCloseTo(0.4);
  expect(Math.abs(y - 7)).toBeLessThanOrEqual(0.35);
});

it('keeps clear of teammates who stand there and of blocks before the wall', () => {
  const mate = { x: 0.4, y: 7.4 };
  const block = { x: 1.2, y: 9, side: 2, weight: 1 };
  const { y } = standBy([{ x: 8, y: 7.5 }, mate], [block]);
  expect(Math.abs(y - mate.y)).toBeGreaterThan(0.6);
  expect(Math.abs(y - block.y)).toBeGreaterThan(1.3);
});

it('minds neither a teammate nor a block far from the wall', () => {
  const alone = standBy([{ x: 8, y: 7 }]);
  const far = { x: 6, y: alone.y };
  expect(standBy([{ x: 8, y: 7 }, far], [{ ...far, x: 10, side: 3, weight: 3 }])).toEqual(alone);
});

it('stays in its row when every place is taken', () => {
  const mates = Array.from({ length: 18 }, (_, i) => ({ x: 0.4, y: 0.4 + i * 0.8 }));
  expect(standBy([{ x: 8, y: 7.3 }, ...mates]).y).toBeCloseTo(7.3);
});

it('is a place where the agent can stand, wherever the others are', () => {
  const spot = fc.record({
    x: fc.double({ min: 0.4, max: 13, noNaN: true }),
    y: fc.double({ min: 0.4, max: 14.6, noNaN: true }),
  });
  fc.assert(
    fc.property(spot, fc.array(spot, { maxLength: 6 }), (self, mates) => {
      const { x, y } = standBy([self, ...mates]);
      expect(Math.min(x, y, 15 - y)).toBeGreaterThanOrEqual(0.3);
      const gaps = mates.map((mate) => Math.max(Math.abs(mate.x - x), Math.abs(mate.y - y)));
      expect(Math.min(...gaps)).toBeGreaterThan(0.6);
    }),
    { numRuns: 50 },
  );
});
