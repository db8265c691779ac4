import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readBytes } from './read-bytes.js';

const home = mkdtempSync(join(tmpdir(), 'quorum-read-'));
afterAll(() => rmSync(home, { recursive: true }));
const run = join(home, 'run');
mkdirSync(join(run, 'a'), { recursive: true });
writeFileSync(join(run, 'a', 'log'), 'inside');
mkdirSync(join(home, 'run-2'));
writeFileSync(join(home, 'run-2', 'log'), 'outside');

const read = (path: string, from = 0, folder = run): string | null =>
  readBytes(join(run, path), from, folder)?.toString() ?? null;

it('reads from an offset on', () => {
  expect([read('a/log'), read('a/log', 2), read('a/log', 6), read('a/log', 7)]).toEqual([
    'inside',
    'side',
    '',
    null,
  ]);
  expect(read('a/none')).toBeNull();
  expect(read('a')).toBeNull();
});

it('follows links inside of the run folder, and none that leaves it', () => {
  symlinkSync(join(run, 'a', 'log'), join(run, 'a', 'own'));
  symlinkSync(run, join(home, 'link'));
  expect(read('a/own')).toBe('inside');
  expect(read('a/log', 0, join(home, 'link'))).toBe('inside');
  symlinkSync(join(home, 'run-2', 'log'), join(run, 'a', 'other'));
  symlinkSync(join(home, 'run-2'), join(run, 'b'));
  for (const path of ['a/other', 'b/log', '../run-2/log', 'a/../../run-2/log']) {
    expect([path, read(path)]).toEqual([path, null]);
  }
});
