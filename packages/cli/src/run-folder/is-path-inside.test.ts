import { expect, it } from 'vitest';
import { isPathInside } from './is-path-inside.js';

it.each([['episodes/push-nine-v0_3x-chat/seed-1-repeat-1'], ['a'], ['a/..b/c..']])('takes %j', (path) => {
  expect(isPathInside(path)).toBe(true);
});

it.each([['..'], ['../a'], ['a/../../b'], ['/etc'], ['a\\..\\b'], ['\\\\host\\a'], ['C:/a'], ['a\0']])(
  'refuses %j',
  (path) => {
    expect(isPathInside(path)).toBe(false);
  },
);
