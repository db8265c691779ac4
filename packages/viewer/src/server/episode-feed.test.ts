import { expect, it } from 'vitest';
import type { EpisodePiece } from '../protocol/protocol.js';
import { tinyRun } from '../testing/tiny-run.js';
import { createEpisodeFeed } from './episode-feed.js';

const NOTHING = { events: 0, frames: 0 };
const MEBIBYTE = 1024 * 1024;

const text = (bytes: EpisodePiece['events']): string => Buffer.from(bytes as Uint8Array).toString();
const shown = (piece: EpisodePiece | null): unknown =>
  piece === null ? null : [piece.number, piece.from, text(piece.events), text(piece.frames), piece.complete];

it('gives a snapshot, then what was added, then says that it is over', () => {
  const run = tinyRun();
  run.write('a', 'one\n', '12');
  const feed = createEpisodeFeed(run.source, 'a', NOTHING);
  expect(shown(feed.next())).toEqual([1, NOTHING, 'one\n', '12', false]);
  expect(feed.next()).toBeNull();
  run.write('a', 'one\ntwo\n', '123');
  expect(shown(feed.next())).toEqual([2, { events: 4, frames: 2 }, 'two\n', '3', false]);
  run.write('a', 'one\ntwo\nend\n', '123');
  run.complete('a');
  expect(shown(feed.next())).toEqual([3, { events: 8, frames: 3 }, 'end\n', '', false]);
  expect(feed.done).toBe(false);
  expect(shown(feed.next())).toEqual([4, { events: 12, frames: 3 }, '', '', true]);
  expect(feed.done).toBe(true);
});

it('goes on from what the page holds', () => {
  const run = tinyRun();
  run.write('a', 'one\ntwo\n', '123');
  const held = { events: 6, frames: 3 };
  expect(shown(createEpisodeFeed(run.source, 'a', held).next())).toEqual([1, held, 'o\n', '', false]);
});

it('starts over where an episode is played anew', () => {
  const run = tinyRun();
  run.write('a', 'one\ntwo\n', '123');
  const feed = createEpisodeFeed(run.source, 'a', NOTHING);
  feed.next();
  run.write('a', 'new\n', '');
  expect(shown(feed.next())).toEqual([2, NOTHING, 'new\n', '', false]);
});

it('starts over for a page that holds more than there is, or where only one file is shorter', () => {
  const run = tinyRun();
  run.write('a', 'one\n', '12');
  for (const held of [
    { events: 99, frames: 0 },
    { events: 4, frames: 3 },
  ]) {
    expect(shown(createEpisodeFeed(run.source, 'a', held).next())).toEqual([
      1,
      NOTHING,
      'one\n',
      '12',
      false,
    ]);
  }
});

it('waits for files that are not there yet', () => {
  const run = tinyRun();
  const feed = createEpisodeFeed(run.source, 'a', NOTHING);
  expect(shown(feed.next())).toEqual([1, NOTHING, '', '', false]);
  expect(feed.next()).toBeNull();
  run.write('a', 'one\n');
  expect(shown(feed.next())).toEqual([2, NOTHING, 'one\n', '', false]);
});

it('gives nothing of an episode without files', () => {
  const source = { ...tinyRun().source, files: () => null };
  expect(createEpisodeFeed(source, 'a', NOTHING).next()).toBeNull();
});

it('cuts what is long into pieces that fit memory', () => {
  const run = tinyRun();
  run.write('a', 'x'.repeat(4 * MEBIBYTE + 5), 'abc');
  run.complete('a');
  const feed = createEpisodeFeed(run.source, 'a', NOTHING);
  const sizes = [feed.next(), feed.next(), feed.next()].map((piece) => [
    piece?.from.events,
    piece?.events.byteLength,
    piece?.complete,
  ]);
  expect(sizes).toEqual([
    [0, 4 * MEBIBYTE, false],
    [4 * MEBIBYTE, 5, false],
    [4 * MEBIBYTE + 5, 0, true],
  ]);
});
