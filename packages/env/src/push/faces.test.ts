import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FACES,
  faceCoordinates,
  faceTowards,
  parseTask,
  PUSH_DIRECTION,
  pushPositions,
  taskOf,
} from './faces.js';

const near = (value: number): number => expect.closeTo(value) as number;

const block = { x: 5, y: 3, width: 2, height: 2 };

it('names tasks so that they can be read back', () => {
  for (const face of FACES) expect(parseTask(taskOf('b12', face))).toEqual({ block: 'b12', face });
  for (const task of ['b1', 'b1/', '/left', 'b1/front', 'b1/left/1', '']) expect(parseTask(task)).toBeNull();
});

it('measures out from a face and along it', () => {
  expect(faceCoordinates(block, 'left', { x: 3.5, y: 3.2 })).toEqual({
    out: 0.5,
    along: near(0.2),
  });
  expect(faceCoordinates(block, 'right', { x: 6.5, y: 2.5 })).toEqual({ out: 0.5, along: -0.5 });
  expect(faceCoordinates(block, 'top', { x: 5.25, y: 5 })).toEqual({ out: 1, along: 0.25 });
  expect(faceCoordinates(block, 'bottom', { x: 5, y: 3 })).toEqual({ out: -1, along: 0 });
});

it.each([
  ['left', { x: 3, y: 3 }],
  ['right', { x: 7, y: 4 }],
  ['top', { x: 5, y: 4.5 }],
  ['bottom', { x: 6, y: 1 }],
  // On a diagonal left and right come first.
  ['left', { x: 3, y: 5 }],
  ['right', { x: 7, y: 1 }],
] as const)('turns to the %s face from %j', (face, point) => expect(faceTowards(block, point)).toBe(face));

describe('push positions', () => {
  it('fill the face from end to end, row behind row', () => {
    const places = pushPositions(block, 'left', 0.3, 2);
    expect(places).toHaveLength(6);
    expect(places[0]).toEqual({ x: 3.69, y: near(2.3) });
    expect(places[1]).toEqual({ x: 3.69, y: 3 });
    expect(places[2]).toEqual({ x: 3.69, y: near(3.7) });
    expect(places[3]).toEqual({ x: near(3.08), y: near(2.3) });
  });

  it('are one in the middle where the face is narrow', () => {
    expect(pushPositions({ ...block, width: 0.5, height: 0.5 }, 'bottom', 0.3, 1)).toEqual([
      { x: 5, y: near(3 - 0.25 - 0.31) },
    ]);
  });

  it('never overlap the block or each other, and face it', () => {
    const side = fc.double({ min: 0.6, max: 33, noNaN: true });
    const radius = fc.double({ min: 0.1, max: 0.35, noNaN: true });
    fc.assert(
      fc.property(side, radius, fc.constantFrom(...FACES), (size, r, face) => {
        const rect = { x: 0, y: 0, width: size, height: size };
        const places = pushPositions(rect, face, r, 2);
        const gaps = places.flatMap((a, i) =>
          places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
        );
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(2 * r - 1e-9);
        for (const place of places) {
          const { out, along } = faceCoordinates(rect, face, place);
          expect(out).toBeGreaterThan(r);
          expect(Math.abs(along)).toBeLessThanOrEqual(Math.max(0, size / 2 - r) + 1e-9);
          expect(faceTowards(rect, place)).toBe(face);
          const push = PUSH_DIRECTION[face];
          expect(place.x * push.x + place.y * push.y).toBeLessThan(0);
        }
      }),
    );
  });
});
