import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteLength, valueCount } from './content-size.js';

it('measures texts in UTF-8, long ones too', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'é', '€', '𐍈', '\n')), fc.nat(400), (letters, times) => {
      const long = letters.join('').repeat(times);
      expect(byteLength(long)).toBe(Buffer.byteLength(long));
    }),
    { numRuns: 20 },
  );
});

it.each([
  [null, 1],
  ['text', 1],
  [[], 0],
  [
    {
      blocks: [
        { id: 'b1', x: 1, y: 2 },
        { id: 'b2', x: 3, y: null },
      ],
      done: false,
    },
    7,
  ],
])('counts the values of %j', (content, count) => {
  expect(valueCount(content)).toBe(count);
});
