import { expect, it } from 'vitest';
import { tinyRun } from '../testing/tiny-run.js';
import { joinRequest } from './join-request.js';

const held = { events: 0, frames: 3 };

it('takes a request for a listed episode, and only what it knows of it', () => {
  const { source } = tinyRun();
  expect(joinRequest({ episode: 'a', held: { ...held, more: 1 }, more: 1 }, source)).toEqual({
    episode: 'a',
    held,
  });
});

it.each([
  ['..'],
  ['../a'],
  ['a/..'],
  ['a/../b'],
  ['./a'],
  ['a/'],
  ['/etc/passwd'],
  ['a\0'],
  ['%2e%2e'],
  ['__proto__'],
  [''],
])('refuses %j, which is not listed, without a look at the disk', (episode) => {
  const run = tinyRun();
  expect(joinRequest({ episode, held }, run.source)).toEqual({ message: 'The run has no such episode.' });
  expect(run.asked).toEqual([]);
});

it.each([
  [null],
  [undefined],
  ['a'],
  [7],
  [[]],
  [{}],
  [{ episode: 7, held }],
  [{ episode: ['a'], held }],
  [{ episode: 'a' }],
  [{ episode: 'a', held: null }],
  [{ episode: 'a', held: 'all' }],
  [{ episode: 'a', held: { events: '0', frames: 0 } }],
  [{ episode: 'a', held: { events: -1, frames: 0 } }],
  [{ episode: 'a', held: { events: 0.5, frames: 0 } }],
  [{ episode: 'a', held: { events: 0, frames: Infinity } }],
  [{ episode: 'a', held: { events: NaN, frames: 0 } }],
  [{ episode: 'a', held: { events: 2 ** 60, frames: 0 } }],
])('refuses %j', (request) => {
  expect(joinRequest(request, tinyRun().source)).toHaveProperty('message');
});
