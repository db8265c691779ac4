import { expect, it } from 'vitest';
import { createPace, followPace } from './pace.js';

it('goes as fast as it can, stops while paused, and takes single steps', async () => {
  const pace = createPace(null);
  const next = followPace(pace.shared);
  await next();
  pace.paused = true;
  let passed = 0;
  const third = next().then(() => (passed += 1));
  await Promise.resolve();
  expect(passed).toBe(0);
  pace.step();
  await third;
  expect(passed).toBe(1);
  pace.paused = false;
  await next();
});

it('is read as it was set', () => {
  const pace = createPace(2.5);
  expect([pace.speed, pace.paused]).toEqual([2.5, false]);
  pace.speed = null;
  pace.paused = true;
  expect([pace.speed, pace.paused]).toEqual([null, true]);
});
