import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathIsFree, planPath } from './plan-path.js';

const bounds = { minX: 0.3, minY: 0.3, maxX: 9.7, maxY: 9.7 };
const box = (x: number, y: number, width: number, height = width) => ({ x, y, width, height });

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
