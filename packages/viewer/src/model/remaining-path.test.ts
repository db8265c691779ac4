import { expect, it } from 'vitest';
import { remainingPath } from './remaining-path.js';

const way = [
  [0, 0],
  [4, 0],
  [4, 4],
] as const;

it('leaves out what has been passed', () => {
  expect(remainingPath(way, 2, 0.2)).toEqual([
    [4, 0],
    [4, 4],
  ]);
  expect(remainingPath(way, 3.9, 1)).toEqual([[4, 4]]);
  expect(remainingPath(way, 4, 3.9)).toEqual([[4, 4]]);
});

it('keeps the first point until it is reached', () => {
  expect(remainingPath(way, -3, -1)).toEqual(way);
});

it('keeps a way of one point, and of none', () => {
  expect(remainingPath([[1, 1]], 5, 5)).toEqual([[1, 1]]);
  expect(remainingPath([], 5, 5)).toEqual([]);
});
