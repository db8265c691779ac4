import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { drawBelow } from './uniform-draw.js';

it('draws the numbers of pure-rand, also where many words are rejected', () => {
  const range = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 0x7fff_ffff }));
  fc.assert(
    fc.property(fc.integer(), fc.array(range, { minLength: 1, maxLength: 50 }), (seed, ranges) => {
      const generator = xoroshiro128plus(seed);
      const drawn = xoroshiro128plus(seed);
      expect(ranges.map((size) => drawBelow(size, drawn))).toEqual(
        ranges.map((size) => uniformInt(generator, 0, size - 1)),
      );
    }),
  );
});
