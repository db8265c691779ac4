import { expect, it } from 'vitest';
import { structureLayout } from './structure-layout.js';

it('lays a hierarchy from the top down', () => {
  const places = structureLayout(4, [null, 0, 0, 1], 300);
  expect(places.map(({ y }) => y)).toEqual([40, 150, 150, 260]);
  expect(places[0]?.x).toBe(150);
  expect(places[1]?.x).toBeLessThan(places[2]?.x ?? 0);
});

it('lays everything else on a circle in seat order, and a single seat, too', () => {
  const places = structureLayout(5, null, 300);
  expect(places.map(({ seat }) => seat)).toEqual([0, 1, 2, 3, 4]);
  for (const { x, y } of places) expect((x - 150) ** 2 + (y - 150) ** 2).toBeCloseTo(110 ** 2);
  expect(structureLayout(1, [null], 300)).toEqual([{ seat: 0, x: 150, y: 40 }]);
});
