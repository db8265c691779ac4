import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signFlipTest, smallestPValue } from './sign-flip-test.js';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

it('is exact for few differences', () => {
  // Only +++ and --- reach |6|.
  expect(signFlipTest([1, 2, 3])).toBe(2 / 8);
  // |1 + 2 - 3| = 0: every pattern reaches it.
  expect(signFlipTest([1, 2, -3])).toBe(1);
  // |2| is reached by ++, --, and by nothing else.
  expect(signFlipTest([1, 1])).toBe(2 / 4);
  expect(signFlipTest(range(10))).toBe(2 / 1024);
});

it('treats sums that differ only by rounding as equal', () => {
  // |1 + 1 + 1 - 2| = 1 is the least that can be; in tenths, rounding puts some of its equals a hair below.
  expect(signFlipTest([1, 1, 1, -2])).toBe(1);
  expect(signFlipTest([0.1, 0.1, 0.1, -0.2])).toBe(1);
});

it('says 1 when nothing differs', () => {
  expect(signFlipTest([0, 0, 0])).toBe(1);
});

it('goes on smoothly where it starts to draw patterns', () => {
  const mixed = (n: number): number[] => range(n).map((value) => (value % 3 === 0 ? -value : value));
  const [exact, drawn] = [signFlipTest(mixed(16)), signFlipTest(mixed(17))];
  expect(exact).toBeGreaterThan(0.05);
  expect(Math.abs(exact - drawn)).toBeLessThan(0.2);
  expect(signFlipTest(mixed(17))).toBe(drawn);
  // One side only: as far out as it gets, p = the smallest that 20 000 patterns can say.
  expect(signFlipTest(range(30))).toBe(1 / 20_001);
});

it('counts sign patterns, as a slow enumeration does', () => {
  const differences = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(differences, (values) => {
      const sums = values.reduce<number[]>(
        (all, value) => all.flatMap((sum) => [sum + value, sum - value]),
        [0],
      );
      const observed = Math.abs(values.reduce((sum, value) => sum + value, 0));
      const extreme = sums.filter((sum) => Math.abs(sum) >= observed).length;
      expect(signFlipTest(values)).toBe(extreme / sums.length);
    }),
    { numRuns: 60 },
  );
});

it('knows the smallest p it can say', () => {
  for (const n of [1, 5, 10, 16, 30]) expect(signFlipTest(range(n))).toBe(smallestPValue(n));
});
