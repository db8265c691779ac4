import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refusal } from '../testing/suite-text.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { makeFolder } from './make-folder.js';

it('creates a folder with all above it, and accepts one that is there', () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

it('refuses a path below a file', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(refusal(() => makeFolder(join(file, 'x', 'y')))).toMatch(
    /^FILE_UNWRITABLE Cannot write .*file.x.y: /,
  );
  expect(refusal(() => makeFolder(file))).toMatch(/^FILE_UNWRITABLE /);
});

it.runIf(process.platform === 'linux')('returns where nothing can be created', () => {
  expect(refusal(() => makeFolder('/proc/quorum/x'))).toMatch(/^FILE_UNWRITABLE /);
});
