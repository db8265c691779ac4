import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { QuorumError } from '../core/errors.js';
import type { EpisodeHeader } from '../log/header.js';
import { smallHeader as header } from '../testing/small-log.js';
import { openLogFile, type LogFile } from './open-log-file.js';
import { readLog } from './read-log.js';

const newPath = (): string => join(mkdtempSync(join(tmpdir(), 'quorum-')), 'events.jsonl');

function play(log: LogFile, events: number): void {
  for (let i = 0; i < events; i++) {
    log.append({ type: 'activation.stage', inputs: [], seat: i, stage: 'W' }, i, i);
  }
  log.append(
    { type: 'episode.ended', inputs: [0], status: 'horizon', score: 0, maxScore: 1 },
    events,
    events,
  );
}

function errorOf(work: () => unknown): QuorumError {
  try {
    work();
  } catch (error) {
    if (QuorumError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

it('gives the file its name only when it is whole', () => {
  const path = newPath();
  const log = openLogFile(path, header);
  play(log, 3);
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, true]);
  log.commit();
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([true, false]);
  log.abandon();
  const read = readLog(path);
  expect([read.events.length, read.complete]).toEqual([4, true]);
});

it('writes equal bytes for equal episodes, whatever the key order of the header', () => {
  const texts = [
    header,
    Object.fromEntries(Object.entries(header).reverse()) as unknown as EpisodeHeader,
  ].map((each) => {
    const log = openLogFile(newPath(), each);
    play(log, 2);
    log.commit();
    return readFileSync(log.path, 'utf8');
  });
  expect(texts[0]).toBe(texts[1]);
});

it('overwrites a stale part and abandons without trace', () => {
  const path = newPath();
  writeFileSync(`${path}.part`, 'stale '.repeat(100_000));
  const log = openLogFile(path, header);
  play(log, 5000);
  log.commit();
  expect(readLog(path).complete).toBe(true);

  const other = newPath();
  const abandoned = openLogFile(other, header);
  abandoned.abandon();
  abandoned.abandon();
  expect([existsSync(other), existsSync(`${other}.part`)]).toEqual([false, false]);
});

it('refuses to commit an episode that has not ended', () => {
  const log = openLogFile(newPath(), header);
  expect(errorOf(() => log.commit()).code).toBe('INTERNAL');
  log.abandon();
});

it('reports a missing folder, a folder in the way and a file for a folder', () => {
  const path = newPath();
  writeFileSync(path, '');
  const missing = errorOf(() => openLogFile(join(path, '..', 'missing', 'events.jsonl'), header));
  expect(missing).toMatchObject({ code: 'FILE_UNWRITABLE', fix: 'Create the folder first.' });
  expect(missing.message).toContain('missing');
  const inFile = errorOf(() => openLogFile(join(path, 'events.jsonl'), header));
  expect(inFile.message).toMatch(/events\.jsonl: a part of the path is not a folder\.$/);
});

it.skipIf(!existsSync('/dev/full'))('reports a full disk with the path and the fix', () => {
  const path = newPath();
  symlinkSync('/dev/full', `${path}.part`);
  const log = openLogFile(path, header);
  const error = errorOf(() => {
    play(log, 10_000);
    log.commit();
  });
  expect(error).toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: `Cannot write ${path}: the disk is full.`,
    fix: 'Free some disk space, then give the same command again.',
  });
  log.abandon();
  expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([false, false]);
});

it('reports an unreadable file, and that only the unfinished one is there', () => {
  const path = newPath();
  expect(errorOf(() => readLog(path))).toMatchObject({ code: 'FILE_UNREADABLE', fix: 'Check the path.' });
  writeFileSync(`${path}.part`, '');
  expect(errorOf(() => readLog(path)).fix).toContain('was not finished');
});
