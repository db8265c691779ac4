import { expect, it } from 'vitest';
import { BodyClock } from './body-clock.js';

it('stands still while minds think, then moves on', () => {
  const clock = new BodyClock();
  expect(clock.tickAt(5)).toBe(0);
  clock.push({ time: 0, tick: 0 });
  clock.push({ time: 0, tick: 0 });
  // Two seconds of thinking, then one of body time.
  clock.push({ time: 3e6, tick: 60 });
  expect([-1, 0, 1e6, 2e6, 2.5e6, 3e6, 9e6].map((time) => clock.tickAt(time))).toEqual([
    0, 0, 0, 0, 30, 60, 60,
  ]);
});

it('takes the last tick of a time', () => {
  const clock = new BodyClock();
  clock.push({ time: 1e6, tick: 60 });
  clock.push({ time: 1e6, tick: 61 });
  expect(clock.tickAt(1e6)).toBe(61);
});
