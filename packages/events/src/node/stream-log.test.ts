import { existsSync, mkdtempSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { smallHeader, smallLog } from '../testing/small-log.js';
import { createEventLog } from './create-event-log.js';
import { parseLog } from './read-log.js';
import { streamLog } from './stream-log.js';

function fileWith(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'quorum-')), 'events.jsonl');
  writeFileSync(path, text);
  return path;
}

/** A log of several chunks, with one line longer than a chunk. */
function longText(): string {
  const pieces: string[] = [];
  const log = createEventLog(smallHeader, (piece) => {
    pieces.push(piece);
  });
  for (let i = 0; i < 6000; i++) {
    log.append({ type: 'activation.stage', inputs: i === 0 ? [] : [i - 1], seat: i % 4, stage: 'W' }, i, i);
    if (i === 3000) {
      const content = { text: 'long \u20ac '.repeat(100_000) };
      log.append({ type: 'observation.content', inputs: [], hash: 'h', content }, i, i);
    }
  }
  log.append({ type: 'episode.ended', inputs: [], status: 'horizon', score: 0, maxScore: 1 }, 6000, 6000);
  return pieces.join('');
}

const isOpen = (path: string): boolean =>
  readdirSync('/proc/self/fd').some((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`) === path;
    } catch {
      return false;
    }
  });

it('gives the same from a file as from memory, with the header first', () => {
  const text = longText();
  const stream = streamLog(fileWith(text));
  expect([stream.header, stream.complete]).toEqual([smallHeader, false]);
  expect([...stream]).toEqual(parseLog(text).events);
  expect([stream.complete, stream.damage]).toEqual([true, null]);
});

it('stops before the first bad line of a file', () => {
  const text = longText().replace('"seq":5000,', '"seq":5001,');
  const stream = streamLog(fileWith(text));
  expect([...stream].length).toBe(5000);
  expect(stream.damage).toMatchObject({ line: 5002, cut: false });
});

it('tells of an empty file and of a header cut off', () => {
  const empty = streamLog(fileWith(''));
  expect([...empty]).toEqual([]);
  expect(empty.damage?.problem).toBe('the file is empty');
  const cut = streamLog(fileWith('{"format":"quorum-log/1","sce'));
  expect(cut.damage).toMatchObject({ line: 1, cut: true });
  expect(cut.header).toBe(null);
});

it.skipIf(!existsSync('/proc/self/fd'))('closes the file at the end, on an early stop and on request', () => {
  const path = fileWith(longText());
  const whole = streamLog(path);
  expect(isOpen(path)).toBe(true);
  expect([...whole].length).toBe(6002);
  expect(isOpen(path)).toBe(false);
  for (const event of streamLog(path)) if (event.seq === 10) break;
  expect(isOpen(path)).toBe(false);
  streamLog(path).close();
  expect(isOpen(path)).toBe(false);
  const bad = fileWith('no log\n'.repeat(100_000));
  expect(streamLog(bad).damage?.line).toBe(1);
  expect(isOpen(bad)).toBe(false);
  const small = streamLog(fileWith(smallLog('x').text));
  small.close();
  expect([...small].length).toBe(5);
});
