import { expect, it } from 'vitest';
import { tinyEvents, type TinyEvent } from '../testing/tiny-model.js';
import { chainOf, MOST_LINKS } from './chain.js';

const note = (...inputs: number[]): TinyEvent => ({
  type: 'intervention.applied',
  ...{ tick: 0, source: 'test', kind: 'note', note: '', inputs },
});
const chain = (log: readonly TinyEvent[], seq: number) => chainOf({ events: tinyEvents(log) }, seq);

it('follows inputs both ways, each event once at its least distance', () => {
  const log = [note(), note(0), note(0, 1), note(2), note(3, 2), note(), note(1)];
  expect(chain(log, 2)).toEqual({
    back: [
      { seq: 0, steps: 1 },
      { seq: 1, steps: 1 },
    ],
    forward: [
      { seq: 3, steps: 1 },
      { seq: 4, steps: 1 },
    ],
  });
  expect(chain(log, 3).back).toEqual([
    { seq: 0, steps: 2 },
    { seq: 1, steps: 2 },
    { seq: 2, steps: 1 },
  ]);
  expect(chain(log, 0).forward).toEqual([
    { seq: 1, steps: 1 },
    { seq: 2, steps: 1 },
    { seq: 3, steps: 2 },
    { seq: 4, steps: 2 },
    { seq: 6, steps: 2 },
  ]);
  expect(chain(log, 5)).toEqual({ back: [], forward: [] });
});

it('keeps the nearest of many, and no more than six steps', () => {
  const wide = [note(), ...Array.from({ length: 100 }, () => note(0)), note(100)];
  expect(chain(wide, 0).forward).toHaveLength(MOST_LINKS);
  expect(chain(wide, 0).forward.every(({ steps }) => steps === 1)).toBe(true);
  const long = Array.from({ length: 20 }, (_, seq) => (seq === 0 ? note() : note(seq - 1)));
  expect(chain(long, 19).back.map(({ seq }) => seq)).toEqual([13, 14, 15, 16, 17, 18]);
});
