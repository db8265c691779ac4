import { expect, it } from 'vitest';
import type { EpisodePiece } from '../protocol/protocol.js';
import { tinyRun } from '../testing/tiny-run.js';
import { createPageFeeds, MOST_JOINED, MOST_UNDER_WAY } from './page-feeds.js';

const NOTHING = { events: 0, frames: 0 };

function tinyPage() {
  const run = tinyRun();
  const sent: string[] = [];
  const taken: (() => void)[] = [];
  const feeds = createPageFeeds(run.source, (piece: EpisodePiece, ack) => {
    sent.push(`${piece.episode} ${Buffer.from(piece.events as Uint8Array).toString()}`);
    taken.push(ack);
  });
  return { run, sent, feeds, take: (index: number) => taken[index]?.() };
}

it('sends a slow page one piece at a time, then all that was written meanwhile at once', () => {
  const { run, sent, feeds, take } = tinyPage();
  run.write('a', '1');
  feeds.join('a', NOTHING);
  for (const text of ['12', '123', '1234']) {
    run.write('a', text);
    feeds.look();
  }
  expect(sent).toEqual(['a 1']);
  take(0);
  feeds.look();
  expect(sent).toEqual(['a 1', 'a 234']);
});

it('has few pieces under way, however often a page joins without taking any in', () => {
  const { run, sent, feeds, take } = tinyPage();
  run.write('a', '1');
  for (let i = 0; i < 20; i++) feeds.join('a', NOTHING);
  expect(sent).toHaveLength(MOST_UNDER_WAY);
  feeds.look();
  expect(sent).toHaveLength(MOST_UNDER_WAY);
  take(0);
  // Said twice, it counts once.
  take(0);
  feeds.look();
  feeds.look();
  expect(sent).toHaveLength(MOST_UNDER_WAY + 1);
});

it('follows few episodes for a page, and others again when it has left one', () => {
  const { run, feeds } = tinyPage();
  const names = Array.from({ length: MOST_JOINED + 1 }, (_, i) => `e${i}`);
  for (const name of names) run.write(name, 'x');
  const answers = names.map((name) => feeds.join(name, NOTHING));
  expect(answers.slice(0, -1)).toEqual(names.slice(1).map(() => null));
  expect(answers.at(-1)).toHaveProperty('message');
  feeds.leave('e0');
  expect(feeds.join(`e${MOST_JOINED}`, NOTHING)).toBeNull();
});
