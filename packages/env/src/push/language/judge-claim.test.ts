import { expect, it } from 'vitest';
import { stage } from '../testing.js';

const SCENE = {
  agents: [
    { x: 12.69, y: 5 },
    { x: 2, y: 5 },
  ],
  blocks: [
    { x: 13.49, y: 5, side: 1, weight: 1 },
    { x: 5, y: 9, side: 2, weight: 2 },
  ],
};

it.each([
  [{ type: 'blockWeight', block: 'b2', weight: 2 }, 'true'],
  [{ type: 'blockWeight', block: 'b2', weight: 3 }, 'false'],
  [{ type: 'blockWeight', block: 'b9', weight: 1 }, 'false'],
  [{ type: 'blockAt', block: 'b2', x: 5.3, y: 8.7 }, 'true'],
  [{ type: 'blockAt', block: 'b2', x: 5.4, y: 8.6 }, 'false'],
  [{ type: 'blockAt', block: 'b2', x: 5, y: 9, side: 2 }, 'true'],
  [{ type: 'blockAt', block: 'b2', x: 5, y: 9, side: 1 }, 'false'],
  [{ type: 'blockDelivered', block: 'b2' }, 'false'],
  [{ type: 'blockDelivered', block: 'b9' }, 'false'],
  [{ type: 'seatAt', seat: 1, x: 2.2, y: 5.2 }, 'true'],
  [{ type: 'seatAt', seat: 1, x: 3, y: 5 }, 'false'],
  [{ type: 'seatAt', seat: 7, x: 2, y: 5 }, 'false'],
  [{ type: 'blockWeight', block: 'b2' }, 'undecidable'],
  [{ type: 'weather' }, 'undecidable'],
])('judges %j %s', (claim, verdict) => {
  const { simulation } = stage(SCENE);
  expect(simulation.judge(claim)).toBe(verdict);
  simulation.free();
});

it('knows of a delivered block its weight and that it is delivered, but no place', () => {
  const staged = stage(SCENE);
  const { simulation } = staged;
  expect(simulation.position('b1')).toEqual({ x: expect.closeTo(13.49) as number, y: 5 });
  staged.act(0, { type: 'push', block: 'b1', meters: 1 });
  staged.run(2);
  expect(simulation.position('b1')).toBeNull();
  expect(simulation.judge({ type: 'blockDelivered', block: 'b1' })).toBe('true');
  expect(simulation.judge({ type: 'blockWeight', block: 'b1', weight: 1 })).toBe('true');
  expect(simulation.judge({ type: 'blockAt', block: 'b1', x: 13.49, y: 5 })).toBe('false');
  simulation.free();
});

it('finds bodies of seats by number and by name', () => {
  const { simulation } = stage(SCENE);
  expect(simulation.position(1)).toEqual({ x: 2, y: 5 });
  expect(simulation.position('a1')).toEqual({ x: 2, y: 5 });
  for (const nobody of ['a2', 2, 0.5, 'b3', '']) expect(simulation.position(nobody)).toBeNull();
  simulation.free();
});
