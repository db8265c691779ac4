import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import type { Sample } from './samples.js';
import { summarise } from './summarise.js';

const values = (...list: number[]): Sample[] => list.map((value, i) => ({ seed: i + 1, value }));

const sampleLists = fc.array(
  fc.record({
    seed: fc.integer({ min: 1, max: 12 }),
    value: fc.integer({ min: -100, max: 100 }).map((value) => value / 8),
  }),
  { minLength: 1, maxLength: 24 },
);

it('lists the points below six seeds and gives no interval', () => {
  expect(summarise(values(1, 2, 3, 4, 5))).toEqual({
    episodes: 5,
    seeds: 5,
    mean: 3,
    sd: Math.sqrt(2.5),
    interval: null,
    points: [1, 2, 3, 4, 5],
  });
  expect(summarise([])).toEqual({ episodes: 0, seeds: 0, mean: null, sd: null, interval: null, points: [] });
  expect(summarise(values(7)).sd).toBeNull();
});

it('counts seeds, not episodes', () => {
  const repeated = [1, 2, 3, 4, 5, 6].map((value) => ({ seed: 1, value }));
  expect(summarise(repeated)).toMatchObject({ episodes: 6, seeds: 1, interval: null });
});

it('gives an interval around the mean from six seeds on', () => {
  const { mean, interval, points } = summarise(values(1, 2, 3, 4, 5, 6));
  expect(mean).toBe(3.5);
  expect(points).toBeNull();
  // Normal theory says 3.5 ± 1.37 (population sd 1.708 over √6).
  expect(interval?.low).toBeCloseTo(2.17, 1);
  expect(interval?.high).toBeCloseTo(4.83, 1);
});

it('keeps repeats of a seed together: copies of an episode add no certainty', () => {
  const once = values(1, 5, 2, 8, 4, 4, 9);
  const copied = once.flatMap((sample) => [sample, sample, sample]);
  expect(summarise(copied).interval).toEqual(summarise(once).interval);
});

it('does not depend on the order of episodes', () => {
  fc.assert(
    fc.property(sampleLists, (samples) => {
      expect(summarise([...samples].reverse())).toEqual(summarise(samples));
    }),
    { numRuns: 30 },
  );
});

it('moves with the values', () => {
  fc.assert(
    fc.property(sampleLists, (samples) => {
      const plain = summarise(samples);
      const moved = summarise(samples.map(({ seed, value }) => ({ seed, value: value + 1000 })));
      expect(moved.mean).toBeCloseTo((plain.mean ?? NaN) + 1000, 6);
      expect(moved.interval === null).toBe(plain.interval === null);
      if (plain.interval === null || moved.interval === null) return;
      expect(moved.interval.low).toBeCloseTo(plain.interval.low + 1000, 6);
      expect(moved.interval.high).toBeCloseTo(plain.interval.high + 1000, 6);
      expect(plain.interval.low).toBeLessThanOrEqual(plain.interval.high);
    }),
    { numRuns: 30 },
  );
});

it('covers the true mean about 95 times in 100', () => {
  const generator = xoroshiro128plus(7);
  // Two repeats per seed that share most of their luck: true mean 50, clusters matter.
  const draw = (seed: number): Sample[] => {
    const luck = uniformInt(generator, 0, 80);
    return [luck + uniformInt(generator, 0, 20), luck + uniformInt(generator, 0, 20)].map((value) => ({
      seed,
      value,
    }));
  };
  let covered = 0;
  for (let data = 0; data < 200; data++) {
    const { interval } = summarise(Array.from({ length: 20 }, (_, i) => draw(i)).flat());
    if (interval && interval.low <= 50 && 50 <= interval.high) covered += 1;
  }
  expect(covered).toBeGreaterThanOrEqual(176);
  expect(covered).toBeLessThanOrEqual(198);
});
