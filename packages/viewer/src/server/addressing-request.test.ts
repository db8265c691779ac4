import { expect, it } from 'vitest';
import { tinyRun } from '../testing/tiny-run.js';
import { addressingRequest } from './addressing-request.js';

const good = { episode: 'a', time: 5, places: [[1, 2.5]] };

it('takes a moment of a listed episode, and only what it knows of it', () => {
  expect(addressingRequest({ ...good, more: 1 }, tinyRun().source)).toEqual(good);
});

it.each([
  [null],
  [{ ...good, episode: '../a' }],
  [{ ...good, time: -1 }],
  [{ ...good, time: '5' }],
  [{ ...good, places: undefined }],
  [{ ...good, places: [[1]] }],
  [{ ...good, places: [[1, NaN]] }],
  [{ ...good, places: [['1', 2]] }],
  [{ ...good, places: [{ x: 1, y: 2 }] }],
])('refuses %j', (request) => {
  expect(addressingRequest(request, tinyRun().source)).toHaveProperty('message');
});
