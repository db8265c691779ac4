import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathIsFree, planPath } from './plan-path.js';
import type { Point } from './point.js';

const bounds = { minX: 0.3, minY: 0.3, maxX: 9.7, maxY: 9.7 };
const box = (x: number, y: number, width: number, height = width) => ({ x, y, width, height });

/** Whether a flood over a grid of 0.2 m gets from one place to another with 0.4 m to spare on all sides. */
function flood(from: Point, to: Point, obstacles: readonly ReturnType<typeof box>[]): boolean {
  const isFree = (x: number, y: number): boolean =>
    x >= 0.3 &&
    x <= 9.7 &&
    y >= 0.3 &&
    y <= 9.7 &&
    obstacles.every(
      (one) => Math.max(Math.abs(x - one.x) - one.width / 2, Math.abs(y - one.y) - one.height / 2) > 0.4,
    );
  /** One number for each place, tenths of a metre: much faster than its text. */
  const cell = ({ x, y }: Point): number => Math.round(x * 10) * 1000 + Math.round(y * 10);
  const seen = new Set<number>();
  const open = isFree(from.x, from.y) && isFree(to.x, to.y) ? [from] : [];
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(cell(at))) continue;
    seen.add(cell(at));
    for (const [dx, dy] of [
      [0.2, 0],
      [-0.2, 0],
      [0, 0.2],
      [0, -0.2],
    ] as const) {
      const next = { x: at.x + dx, y: at.y + dy };
      if (!seen.has(cell(next)) && isFree(next.x, next.y)) open.push(next);
    }
  }
  return seen.has(cell(to));
}

describe('planPath', () => {
  it('goes straight where nothing is in the way', () => {
    const path = planPath({ x: 1, y: 1 }, { x: 8, y: 8 }, { obstacles: [box(2, 8, 2)], bounds, radius: 0.3 });
    expect(path).toEqual([{ x: 8, y: 8 }]);
  });

  it('walks round a box on the shorter side', () => {
    const path = planPath(
      { x: 1, y: 5.5 },
      { x: 9, y: 5.5 },
      { obstacles: [box(5, 5, 4)], bounds, radius: 0.3 },
    );
    // The box grown by 0.35 ends at y = 7.35.
    expect(path?.map(({ y }) => Number(y.toFixed(2)))).toEqual([7.35, 7.35, 5.5]);
  });

  it('finds no way through a gap narrower than the walker', () => {
    const wall = [box(5, 2.3, 1, 4.6), box(5, 7.7, 1, 4.6)];
    const from = { x: 1, y: 5 };
    const to = { x: 9, y: 5 };
    expect(
      planPath(from, to, { obstacles: wall, bounds: { ...bounds, minY: 1, maxY: 9 }, radius: 0.45 }),
    ).toBeNull();
    expect(planPath(from, to, { obstacles: wall, bounds, radius: 0.3 })).toEqual([to]);
  });

  it('leaves a block it touches and approaches a place beside one', () => {
    const obstacles = [box(5, 5, 2)];
    const path = planPath({ x: 3.69, y: 5 }, { x: 6.31, y: 5 }, { obstacles, bounds, radius: 0.3 });
    expect(path?.length).toBe(3);
  });

  it('gets out of a corner between boxes that overlap', () => {
    // Below an agent that stands at a block, with another block beside: every corner of the agent's box lies in one of theirs.
    const obstacles = [box(9.69, 7.31, 0.6), box(11.5, 8.5, 3), box(8, 6, 2)];
    const to = { x: 8.69, y: 13.5 };
    const wide = { minX: 0.3, minY: 0.3, maxX: 14.7, maxY: 14.7 };
    const path = planPath({ x: 9.69, y: 6.71 }, to, { obstacles, bounds: wide, radius: 0.3 });
    expect(path?.at(-1)).toEqual(to);
  });

  it('finds a way wherever a flood on a grid does, in any layout', () => {
    const rect = fc.record({
      x: fc.integer({ min: 15, max: 85 }),
      y: fc.integer({ min: 5, max: 95 }),
      width: fc.integer({ min: 5, max: 45 }),
      height: fc.integer({ min: 5, max: 45 }),
    });
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 12 }), (tenths) => {
        const obstacles = tenths.map((one) => box(one.x / 10, one.y / 10, one.width / 10, one.height / 10));
        const free = flood({ x: 0.5, y: 5 }, { x: 9.5, y: 5 }, obstacles);
        const path = planPath({ x: 0.5, y: 5 }, { x: 9.5, y: 5 }, { obstacles, bounds, radius: 0.3 });
        return !free || path !== null;
      }),
      { numRuns: 500 },
    );
  });

  it('never crosses an obstacle, in any layout', () => {
    const rect = fc.record({ x: fc.integer({ min: 2, max: 8 }), y: fc.integer({ min: 2, max: 8 }) });
    const place = fc.record({
      x: fc.double({ min: 0.4, max: 1, noNaN: true }),
      y: fc.double({ min: 0.4, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(rect, { maxLength: 8 }), place, place, (rects, from, end) => {
        const to = { x: 10 - end.x, y: end.y };
        const obstacles = rects.map(({ x, y }) => box(x, y, 0.9));
        const path = planPath(from, to, { obstacles, bounds, radius: 0.3 });
        return path === null || pathIsFree(from, path, { obstacles, radius: 0.3 });
      }),
    );
  });
});
