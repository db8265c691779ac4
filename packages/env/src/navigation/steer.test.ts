import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { direction } from '../physics/trig.js';
import { steer, type Mover } from './steer.js';

const ahead = { x: 1, y: 0 };
const SPEED = 1.5;
const RADIUS = 0.3;
const self: Mover = { x: 0, y: 0, vx: SPEED, vy: 0, radius: RADIUS };
const free = (): boolean => false;

const other = (x: number, y: number, vx = 0, vy = 0): Mover => ({ x, y, vx, vy, radius: RADIUS });
const go = (others: readonly Mover[], hitsBlock: (x: number, y: number) => boolean = free) =>
  steer(self, ahead, SPEED, others, hitsBlock);

describe('keeps the wanted way', () => {
  it.each([
    ['nobody is near', []],
    ['others stand beside the way', [other(1, 0.7), other(1, -0.7)]],
    ['somebody ahead walks on as fast', [other(0.8, 0, SPEED)]],
    ['somebody comes from behind', [other(-1, 0, SPEED)]],
    ['somebody crosses far enough ahead in time', [other(1, -0.2, 0, -1.5)]],
    ['somebody stands beyond what is reached in a second', [other(2.2, 0)]],
  ])('when %s', (_, others) => expect(go(others)).toEqual({ direction: ahead, speed: SPEED }));

  it('past a block beside the way, which is the business of the planner', () => {
    expect(go([], () => true)).toEqual({ direction: ahead, speed: SPEED });
  });
});

describe('gives way', () => {
  it('to the right of who stands ahead', () => {
    const { direction: way, speed } = go([other(1.2, 0)]);
    expect(way.y).toBeLessThan(0);
    expect(way.x).toBeGreaterThan(0);
    expect(speed).toBe(SPEED);
  });

  it('to the side that is nearer, where one stands off the line', () => {
    expect(go([other(1.2, -0.3)]).direction.y).toBeGreaterThan(0);
    expect(go([other(1.2, 0.3)]).direction.y).toBeLessThan(0);
  });

  it('to the left where a block is on the right', () => {
    const { direction: way } = go([other(1.2, 0)], (_x, y) => y < 0);
    expect(way.y).toBeGreaterThan(0);
  });

  it('to the right on both sides, so that two who meet pass', () => {
    const walkers = [
      { x: 0, y: 0, way: ahead },
      { x: 2, y: 0, way: { x: -1, y: 0 } },
    ];
    const mover = ({ x, y, way }: (typeof walkers)[number]): Mover =>
      other(x, y, way.x * SPEED, way.y * SPEED);
    const movers = walkers.map(mover);
    let nearest = Infinity;
    for (let tick = 0; tick < 100; tick++) {
      const chosen = walkers.map(({ way }, i) => {
        const [one, two] = i === 0 ? movers : [...movers].reverse();
        return one && two ? steer(one, way, SPEED, [two], free) : { direction: way, speed: 0 };
      });
      chosen.forEach(({ direction: way, speed }, i) => {
        const last = movers[i];
        if (!last) return;
        const [vx, vy] = [way.x * speed, way.y * speed];
        movers[i] = other(last.x + vx / 60, last.y + vy / 60, vx, vy);
      });
      const [a, b] = movers;
      if (a && b) nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y));
    }
    expect(nearest).toBeGreaterThan(2 * RADIUS - 0.02);
    expect(movers[0]?.x).toBeGreaterThan(1.5);
    expect(movers[1]?.x).toBeLessThan(0.5);
  });
});

describe('slows down', () => {
  const ring = (distance: number) =>
    Array.from({ length: 24 }, (_, i) => {
      const { x, y } = direction((i * Math.PI) / 12);
      return other(x * distance, y * distance);
    });

  it('right before a collision that nothing avoids, the closer the more', () => {
    const far = go(ring(0.66)).speed;
    const near = go(ring(0.62)).speed;
    expect(far).toBeLessThan(SPEED);
    expect(near).toBeLessThan(far);
    expect(go(ring(0.6)).speed).toBe(0);
  });

  it('not while there is time', () => expect(go(ring(1)).speed).toBe(SPEED));
});

it('takes a direction of length one and never more speed than wanted', () => {
  const place = fc.double({ min: -1.5, max: 1.5, noNaN: true });
  const mover = fc
    .record({ x: place, y: place, vx: place, vy: place })
    .map(({ x, y, vx, vy }) => other(x, y, vx, vy));
  const blocked = fc.func<[number, number], boolean>(fc.boolean());
  fc.assert(
    fc.property(fc.array(mover, { maxLength: 5 }), blocked, (others, hitsBlock) => {
      const { direction: way, speed } = go(others, hitsBlock);
      expect(Math.hypot(way.x, way.y)).toBeCloseTo(1, 4);
      expect(speed).toBeGreaterThanOrEqual(0);
      expect(speed).toBeLessThanOrEqual(SPEED);
    }),
  );
});
