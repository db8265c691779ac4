import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naturalLog } from './natural-log.js';

it('is the natural logarithm', () => {
  expect(naturalLog(1)).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (x) => {
      const error = Math.abs(naturalLog(x) - Math.log(x));
      expect(error).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(Math.log(x))));
    }),
  );
});
