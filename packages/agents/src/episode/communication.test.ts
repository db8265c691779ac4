import { expect, it } from 'vitest';
import { communicationOf } from './communication.js';

it.each([
  ['none', {}, 'no-comm'],
  ['none', { content: 'withheld' }, 'no-comm'],
  ['ring', { content: 'withheld' }, 'silent-matched'],
  ['ring', { content: 'open' }, 'talk'],
])('topology %s with %j is %s', (name, channel, expected) => {
  expect(communicationOf({ topology: { name, options: {} }, channel })).toBe(expected);
});
