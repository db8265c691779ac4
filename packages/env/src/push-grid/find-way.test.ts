import { expect, it } from 'vitest';
import { findWay } from './find-way.js';
import { readGrid } from './testing/ascii-grid.js';

const way = (cells: readonly { x: number; y: number }[] | null) => cells?.map(({ x, y }) => `${x},${y}`);

const nobody = () => false;
const everybody = () => true;

it('finds a shortest way round blocks, right before down before up before left', () => {
  const grid = readGrid(`
    0 . . .
    . A A .
    . A A .
    . . . .`);
  expect(way(findWay(grid, { x: 0, y: 3 }, { x: 3, y: 0 }, nobody))).toEqual([
    ...['1,3', '2,3', '3,3', '3,2', '3,1', '3,0'],
  ]);
});

it('goes round the agents that it is told to, but not round one on the goal', () => {
  const grid = readGrid(`
    . . .
    0 1 2`);
  const to = { x: 2, y: 0 };
  expect(way(findWay(grid, { x: 0, y: 0 }, to, nobody))).toEqual(['1,0', '2,0']);
  expect(way(findWay(grid, { x: 0, y: 0 }, to, everybody))).toEqual(['0,1', '1,1', '2,1', '2,0']);
  expect(way(findWay(grid, { x: 0, y: 0 }, to, (seat) => seat === 2))).toEqual(['1,0', '2,0']);
});

it('knows where no way leads', () => {
  const grid = readGrid(`
    0 A . #
    B . . #`);
  const from = { x: 0, y: 1 };
  expect(findWay(grid, from, { x: 2, y: 0 }, nobody)).toBeNull();
  expect(findWay(grid, from, { x: 1, y: 1 }, nobody)).toBeNull();
  expect(findWay(grid, { x: 2, y: 0 }, { x: 3, y: 0 }, nobody)).toBeNull();
  expect(findWay(grid, from, { x: 9, y: 9 }, nobody)).toBeNull();
  expect(findWay(grid, from, from, nobody)).toEqual([]);
});
