import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { seedsNeeded } from './seeds-needed.js';
import { signFlipTest } from './sign-flip-test.js';

const usual = { sd: 1, difference: 0.5, power: 0.8, alpha: 0.05 };

it.each([
  // Paired t-test, two-sided, from tables of power (G*Power): d = 0.5, 0.3, 0.8.
  [0.5, 0.05, 0.8, 34],
  [0.3, 0.05, 0.8, 90],
  [0.8, 0.05, 0.8, 15],
  [0.5, 0.05, 0.9, 44],
  [0.5, 0.01, 0.8, 51],
])('agrees with tables of the t-test: %d sd, α %d, power %d', (difference, alpha, power, expected) => {
  const seeds = seedsNeeded({ sd: 1, difference, alpha, power });
  expect(Math.abs(seeds - expected)).toBeLessThanOrEqual(1);
});

it('asks for more where there is more noise, less to see, or a stricter level', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      (sd, difference) => {
        const seeds = seedsNeeded({ ...usual, sd, difference });
        expect(seedsNeeded({ ...usual, sd: sd * 1.5, difference })).toBeGreaterThanOrEqual(seeds);
        expect(seedsNeeded({ ...usual, sd, difference: difference / 2 })).toBeGreaterThanOrEqual(seeds);
        expect(seedsNeeded({ ...usual, sd, difference, alpha: 0.005 })).toBeGreaterThanOrEqual(seeds);
        expect(seedsNeeded({ ...usual, sd, difference, power: 0.95 })).toBeGreaterThanOrEqual(seeds);
      },
    ),
    { numRuns: 50 },
  );
});

it('never goes below ten seeds, nor below what the test needs to reach its level', () => {
  expect(seedsNeeded({ ...usual, sd: 0 })).toBe(10);
  // 2 / 2¹³ ≤ 0.00025 < 2 / 2¹²
  expect(seedsNeeded({ ...usual, sd: 0, alpha: 0.00025 })).toBe(13);
  expect(() => seedsNeeded({ ...usual, alpha: 0.00001 })).toThrow(expect.objectContaining({ code: 'USAGE' }));
});

it('gives the sign-flip test about the power it promises', () => {
  const generator = xoroshiro128plus(5);
  // Sum of twelve dice of 25, centred, in units of its deviation √(12 · (25² − 1) / 12); shifted by 0.9.
  const value = (): number => {
    const dice = Array.from({ length: 12 }, () => uniformInt(generator, 1, 25));
    return (dice.reduce((sum, die) => sum + die, 0) - 156) / Math.sqrt(624) + 0.9;
  };
  const seeds = seedsNeeded({ ...usual, difference: 0.9 });
  expect(seeds).toBe(12);
  let found = 0;
  for (let data = 0; data < 200; data++) {
    if (signFlipTest(Array.from({ length: seeds }, value)) <= 0.05) found += 1;
  }
  expect(found / 200).toBeGreaterThan(0.7);
  expect(found / 200).toBeLessThan(0.9);
});
