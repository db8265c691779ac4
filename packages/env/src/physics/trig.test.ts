import fc from 'fast-check';
import { expect, it } from 'vitest';
import { angleOf, direction } from './trig.js';

const finite = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });

it('agrees with the machine sine and cosine', () => {
  fc.assert(
    fc.property(finite(6000), (angle) => {
      const { x, y } = direction(angle);
      expect(Math.abs(x - Math.cos(angle))).toBeLessThan(1e-12);
      expect(Math.abs(y - Math.sin(angle))).toBeLessThan(1e-12);
    }),
    { numRuns: 2000 },
  );
});

it('is exact at every quarter turn', () => {
  const axes = [
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: -1, y: 0 },
    { x: 0, y: -1 },
  ];
  for (let quarter = -8; quarter <= 8; quarter++) {
    expect(direction((quarter * Math.PI) / 2)).toEqual(axes[(quarter + 8) % 4]);
  }
});

it('agrees with the machine arc tangent in all four quadrants', () => {
  fc.assert(
    fc.property(finite(100), finite(100), (x, y) => {
      // The machine tells -0 from 0 behind the origin; a direction has no use for that.
      fc.pre(y !== 0);
      expect(Math.abs(angleOf(x, y) - Math.atan2(y, x))).toBeLessThan(2e-15);
    }),
    { numRuns: 2000 },
  );
});

it('is exact on axes and diagonals, and 0 for the null vector', () => {
  expect(angleOf(2, 0)).toBe(0);
  expect(angleOf(0, 3)).toBe(Math.PI / 2);
  expect(angleOf(-1, 0)).toBe(Math.PI);
  expect(angleOf(0, -1)).toBe(-Math.PI / 2);
  expect(angleOf(5, 5)).toBe(Math.PI / 4);
  expect(angleOf(-5, -5)).toBe((-3 * Math.PI) / 4);
  expect(angleOf(0, 0)).toBe(0);
});

it('comes back from a direction to its angle', () => {
  fc.assert(
    fc.property(finite(3.14), (angle) => {
      const { x, y } = direction(angle);
      expect(Math.abs(angleOf(x, y) - angle)).toBeLessThan(1e-14);
      expect(Math.abs(Math.sqrt(x * x + y * y) - 1)).toBeLessThan(1e-14);
    }),
  );
});
