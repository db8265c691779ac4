import fc from 'fast-check';
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
      expect(mutualInformation(y, x).plugIn).toBeCloseTo(plugIn, 12);
    }),
  );
});

it('is worked by hand: one of two messages is always heeded, the other never tells anything', () => {
  // p(0, a) = 1/2; p(1, a) = p(1, b) = 1/4: I = H(Y) − H(Y | X) = H(3/4) − (1/2) ln 2.
  const information = mutualInformation([0, 0, 1, 1], [0, 0, 0, 1]);
  const entropy = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
  expect(information.plugIn).toBeCloseTo(entropy - 0.5 * Math.log(2), 12);
  // Miller-Madow: (2 − 1 + 2 − 1 − (3 − 1)) / 8 = 0.
  expect(information.corrected).toBeCloseTo(information.plugIn, 12);
});

it('takes away what an independent sample gives for nothing', () => {
  const { plugIn, corrected } = mutualInformation([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 0]);
  expect(plugIn).toBeGreaterThan(0.05);
  // All four pairs were seen: 1 + 1 − 3 = −1, over 12.
  expect(corrected).toBeCloseTo(Math.max(0, plugIn - 1 / 12), 12);
});
