import { expect, it } from 'vitest';
import { divergenceOf } from './divergence.js';

const eight = (actions: string): string[] => [...actions.repeat(8)].slice(0, 8);

it('is 0 for the same answers and 1 for none in common', () => {
  expect(divergenceOf(eight('ab'), eight('ab'))).toMatchObject({ variation: 0, pValue: 1, changed: 0 });
  const { variation, nullMean, pValue, changed } = divergenceOf(eight('a'), eight('b'));
  expect([variation, changed]).toEqual([1, 1]);
  expect(nullMean).toBeLessThan(0.35);
  expect(pValue).toBeLessThan(0.01);
});

it('tells a change of decisions from a change of their distribution', () => {
  expect(divergenceOf(eight('ab'), eight('ba'))).toMatchObject({ variation: 0, pValue: 1, changed: 1 });
});

it('is worked by hand: of four answers one leaves for another action', () => {
  expect(divergenceOf(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'c'])).toMatchObject({
    variation: 0.25,
    changed: 0.25,
  });
  // As much happens by chance almost always.
  expect(divergenceOf(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'c']).pValue).toBeGreaterThan(0.5);
});
