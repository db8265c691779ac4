import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stateHash } from './state-hash.js';

it('is SHA-256 over the bits of the numbers and the text of the rest', () => {
  const bits = Buffer.alloc(16);
  bits.writeDoubleLE(1.5, 0);
  bits.writeDoubleLE(-0.25, 8);
  const expected = createHash('sha256').update(bits).update('{"tick":3}').digest('hex').slice(0, 32);
  expect(stateHash([1.5, -0.25], { tick: 3 })).toBe(expected);
});

it.each([
  ['a last bit', [[0.1], {}], [[0.1 + Number.EPSILON / 16], {}]],
  ['the sign of zero', [[0], {}], [[-0], {}]],
  ['the order of numbers', [[1, 2], {}], [[2, 1], {}]],
  ['how many numbers', [[1], {}], [[1, 1], {}]],
  ['a value of the state', [[1], { a: [1, null] }], [[1], { a: [1, 0] }]],
] as [string, [number[], unknown], [number[], unknown]][])('tells %s', (_, left, right) => {
  expect(stateHash(...left)).not.toBe(stateHash(...right));
});

it('is the same after a round trip through JSON, key order and all', () => {
  const numbers = fc.array(fc.double({ noNaN: true }), { maxLength: 8 });
  fc.assert(
    fc.property(numbers, fc.jsonValue(), (poses, state) => {
      const copy = JSON.parse(JSON.stringify(state)) as unknown;
      return stateHash([...poses], copy) === stateHash(poses, JSON.parse(JSON.stringify(copy)));
    }),
  );
});
