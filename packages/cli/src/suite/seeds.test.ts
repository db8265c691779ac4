import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSeeds } from './seeds.js';

it.each([
  [7, [7]],
  ['7', [7]],
  ['1..4', [1, 2, 3, 4]],
  [
    [1, '3..4', 3],
    [1, 3, 4],
  ],
  ['1,2, 10..11', [1, 2, 10, 11]],
])('reads %j', (value, seeds) => {
  expect(parseSeeds(value)).toEqual({ ok: true, seeds });
});

it.each(['abc', '', '1..', '-1', '1.5', '4..1', '0..200000', 'NaN', true, null, [[1]], {}])(
  'refuses %j',
  (value) => {
    const parsed = parseSeeds(value);
    expect(parsed.ok ? 'accepted' : parsed.problem).toContain('expected whole numbers');
  },
);

it('reads back any list of seeds that it can be given', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), (seeds) => {
      expect(parseSeeds(seeds.join(','))).toEqual({ ok: true, seeds });
    }),
  );
});
