import type { Frame } from '@quorum/events';
import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { worldChange } from './world-change.js';

const disc = (body: string, seat: number): TinyEvent => ({
  type: 'world.bodyAdded',
  ...{ tick: 0, body, kind: 'agent', shape: { kind: 'disc', radius: 0.3 }, x: 0, y: 0, seat },
});
const block = (body: string): TinyEvent => ({
  type: 'world.bodyAdded',
  ...{ tick: 0, body, kind: 'block', shape: { kind: 'box', width: 1, height: 1 }, x: 0, y: 0, weight: 2 },
});
const model = tinyModel([disc('x', 0), disc('y', 1), block('b1'), block('b2'), block('b3')]);

/** Places by number of the body; those without any are gone. */
const frame = (tick: number, places: Record<number, [number, number]>): Frame => ({
  tick,
  poses: Object.entries(places).map(([body, [x, y]]) => ({ body: Number(body), x, y, angle: 0 })),
  contacts: [],
});
const before = frame(60, { 0: [0, 0], 1: [0, 0], 2: [0, 0], 3: [5, 5], 4: [9, 9] });
const after = frame(240, { 0: [9, 0], 1: [0, 1], 2: [3, 4], 3: [5.05, 5] });
const frames = {
  at(tick: number) {
    const found = tick < 240 ? before : after;
    return { before: found, after: found, share: 0 };
  },
};

it('names what moved or left while a seat thought, farthest first, without its own body', () => {
  expect(worldChange(model, frames, [60, 240], 0)).toEqual({
    seconds: 3,
    moved: [
      { body: 'b1', meters: 5 },
      { body: 'agent 1', meters: 1 },
    ],
    gone: ['b3'],
  });
});

it('is nothing where the world waited', () => {
  expect(worldChange(model, frames, [60, 60], 0)).toEqual({ seconds: 0, moved: [], gone: [] });
});
