import { expect, it } from 'vitest';
import { horizonFor } from './horizon.js';

it.each([
  [1, 90],
  [3, 90],
  [5, 90],
  [6, 50],
  [12, 50],
  [13, 80],
  [16, 80],
  [20, 80],
])('a team of %i has %i s', (seats, seconds) => {
  expect(
    horizonFor(
      [
        [3, 90],
        [6, 50],
        [12, 50],
        [16, 80],
      ],
      seats,
    ),
  ).toBe(seconds);
});
