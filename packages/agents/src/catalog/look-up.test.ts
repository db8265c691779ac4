import { expect, it } from 'vitest';
import { lookUp, nearest } from './look-up.js';

const items = [{ name: 'push-nine-v0' }, { name: 'push-cube-v0' }];

it('finds by name', () => {
  expect(lookUp('scenario', 'push-cube-v0', items)).toBe(items[1]);
});

it('lists what it knows and proposes what was meant', () => {
  expect(() => lookUp('scenario', 'push-nin-v0', items)).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_NAME',
      message: "There is no scenario called 'push-nin-v0'.",
      fix: "Did you mean 'push-nine-v0'? Known: push-nine-v0, push-cube-v0.",
    }),
  );
});

it('proposes nothing for something quite different', () => {
  expect(nearest('hello', ['push', 'carry'])).toBeUndefined();
  expect(nearest('crary', ['push', 'carry'])).toBe('carry');
});
