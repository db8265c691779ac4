import { expect, it } from 'vitest';
import { outlinePush } from './outline.js';
import { stage } from './testing.js';

const walk = { type: 'moveToFace', block: 'b1', face: 'left' } as const;
const push = { type: 'push', block: 'b1', meters: 4 } as const;

it('says whether a plan pushes, what it does before and how long it waits for others', () => {
  const meet = { type: 'rendezvous', block: 'b1', face: 'left', count: 2, timeout: 30 } as const;
  expect(outlinePush([walk, meet, push], 'b1/left')).toEqual({
    works: true,
    delaySeconds: 0,
    patienceSeconds: 33,
  });
  expect(outlinePush([{ type: 'wait', seconds: 5 }, walk, push], 'b1/left')).toEqual({
    works: true,
    delaySeconds: 5,
    patienceSeconds: 3,
  });
  expect(outlinePush([walk, push], 'b2/left').works).toBe(false);
});

it('tells how long a body walks round what stands in its way, and looking changes nothing', () => {
  const scene = { agents: [{ x: 2, y: 7.5 }], blocks: [{ x: 6, y: 7.5, side: 3, weight: 3 }] };
  const { simulation } = stage(scene);
  const before = JSON.stringify(simulation.save().json);
  const round = simulation.waySeconds(0, { x: 10, y: 7.5 }) ?? 0;
  // Straight on it would be 8 m at 1.5 m/s; half the block and the body's radius lie across.
  expect(round).toBeGreaterThan(8 / 1.5 + 0.3);
  expect(round).toBeLessThan(8 / 1.5 + 3);
  expect(simulation.waySeconds(0, { x: 4, y: 7.5 })).toBeCloseTo(2 / 1.5, 1);
  expect(JSON.stringify(simulation.save().json)).toBe(before);
  simulation.free();
});
