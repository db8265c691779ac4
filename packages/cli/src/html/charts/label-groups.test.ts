import { expect, it } from 'vitest';
import { labelGroups, type Plane } from './label-groups.js';

const plane: Plane = { width: 400, height: 220, cost: [0, 400], score: [0, 220] };
const point = (number: number, cost: number, score: number) => ({
  number,
  cost,
  score,
  low: score,
  high: score,
});

it('gives dots labels of their own where there is room, and one together where there is not', () => {
  const points = [
    point(1, 100, 100),
    point(2, 110, 105),
    point(3, 122, 110),
    point(4, 100, 120),
    point(5, 300, 100),
  ];
  expect(labelGroups(points, plane)).toEqual([
    { text: '1 2 3', cost: 122, score: 110 },
    { text: '4', cost: 100, score: 120 },
    { text: '5', cost: 300, score: 100 },
  ]);
});

it('joins two groups by a dot between them', () => {
  const points = [point(1, 100, 100), point(2, 130, 100), point(3, 115, 100)];
  expect(labelGroups(points.slice(0, 2), plane)).toHaveLength(2);
  expect(labelGroups(points, plane)).toEqual([{ text: '1 2 3', cost: 130, score: 100 }]);
});

it('takes in a dot that lies where the label of a group would stand', () => {
  const points = [point(1, 100, 100), point(2, 101, 101), point(3, 102, 102), point(4, 140, 100)];
  expect(labelGroups(points.slice(2), plane)).toHaveLength(2);
  expect(labelGroups(points, plane)).toEqual([{ text: '1 2 3 4', cost: 140, score: 100 }]);
});

it('takes a plane without extent', () => {
  expect(labelGroups([point(1, 5, 5)], { ...plane, cost: [5, 5], score: [5, 5] })).toHaveLength(1);
});
