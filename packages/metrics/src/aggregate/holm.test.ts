import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holm } from './holm.js';

const families = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

it('multiplies the smallest p by the size of the family, the next by one less, and never goes back', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.5, 0.9])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});

it('counts comparisons that were not tested', () => {
  expect(holm([0.01, null, null])).toEqual([0.03, null, null]);
});

it('keeps the order of the p-values, corrects upwards and stays at or below 1', () => {
  fc.assert(
    fc.property(families, (pValues) => {
      const corrected = holm(pValues).map((p) => p ?? NaN);
      pValues.forEach((p, i) => {
        expect(corrected[i]).toBeGreaterThanOrEqual(p);
        expect(corrected[i]).toBeLessThanOrEqual(Math.max(p, Math.min(1, p * pValues.length)));
        pValues.forEach((q, j) => {
          if (p <= q) expect(corrected[i]).toBeLessThanOrEqual(corrected[j] ?? NaN);
        });
      });
    }),
    { numRuns: 50 },
  );
});

it('does not depend on the order of the comparisons', () => {
  fc.assert(
    fc.property(families, (pValues) => {
      expect(holm([...pValues].reverse())).toEqual(holm(pValues).reverse());
    }),
    { numRuns: 50 },
  );
});

it('becomes stricter with every comparison added', () => {
  fc.assert(
    fc.property(families, fc.double({ min: 0, max: 1, noNaN: true }), (pValues, added) => {
      const before = holm(pValues);
      const after = holm([...pValues, added]);
      before.forEach((p, i) => expect(after[i] ?? NaN).toBeGreaterThanOrEqual(p ?? NaN));
    }),
    { numRuns: 50 },
  );
});
