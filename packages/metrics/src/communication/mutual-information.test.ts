import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { entropyOf, frequencies } from './entropy.js';
import { mutualInformation } from './mutual-information.js';

const symbols = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 40 });

it('is between 0 and the entropy of either side, and the same both ways', () => {
  fc.assert(
    fc.property(symbols, (pairs) => {
      const x = pairs.map(([first]) => first);
      const y = pairs.map(([, second]) => second);
      const { plugIn, corrected } = mutualInformation(x, y);
      expect(plugIn).toBeGreaterThanOrEqual(0);
      for (const side of [x, y]) {
        expect(plugIn).toBeLessThanOrEqual(entropyOf(frequencies(side)).plugIn + 1e-12);
      }
      expect(corrected).toBeGreaterThanOrEqual(0);
      expect(corrected).toBeLessThanOrEqual(plugIn);
      expect(mutualInformation(y, x).plugIn).toBeCloseTo(plugIn, 12);
    }),
  );
});

it('is worked by hand: one of two messages is always heeded, the other never tells anything', () => {
  // p(0, a) = 1/2; p(1, a) = p(1, b) = 1/4: I = H(Y) − H(Y | X) = H(3/4) − (1/2) ln 2.
  const information = mutualInformation([0, 0, 1, 1], [0, 0, 0, 1]);
  const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
  expect(information.plugIn).toBeCloseTo(entropy - 0.5 * Math.log(2), 12);
  // Two messages, two actions, four pairs: less 1 · 1 / 8.
  expect(information.corrected).toBeCloseTo(information.plugIn - 1 / 8, 12);
});

it.each([12, 40, 400])(
  'takes most of what %i independent pairs of four values each give for nothing',
  (pairs) => {
    const generator = xoroshiro128plus(7);
    const coding = () => Array.from({ length: pairs }, () => uniformInt(generator, 0, 3));
    const samples = Array.from({ length: 500 }, () => mutualInformation(coding(), coding()));
    const mean = (of: 'plugIn' | 'corrected') =>
      samples.reduce((sum, information) => sum + information[of], 0) / samples.length;
    expect(mean('plugIn')).toBeGreaterThan(9 / (2 * pairs) / 2);
    // Not all: half of the samples give less than the mean, and none is left with less than 0.
    expect(mean('corrected')).toBeLessThan(mean('plugIn') / 3);
  },
);

it('takes the same from a perfect copier, and is 0 where that is more than there is', () => {
  const of = (codes: readonly number[]) => mutualInformation(codes, codes);
  expect(of([0, 1, 2, 3, 0, 1, 2, 3]).plugIn).toBeCloseTo(Math.log(4), 12);
  expect(of([0, 1, 2, 3, 0, 1, 2, 3]).corrected).toBeCloseTo(Math.log(4) - 9 / 16, 12);
  expect(of([0, 1, 2, 3, 4, 5])).toMatchObject({ corrected: 0 });
});

it('is 0 of nothing', () => {
  expect(mutualInformation([], [])).toEqual({ plugIn: 0, corrected: 0, apart: 0 });
});
