import { expect, it } from 'vitest';
import { versionDifferences } from './version-differences.js';

it('names what was raised, added or dropped, and nothing else', () => {
  expect(versionDifferences({ loop: '1', old: '3', same: '1' }, { loop: '2', same: '1', fresh: '1' })).toBe(
    'loop 1 -> 2, old 3 -> none, fresh none -> 1',
  );
  expect(versionDifferences({ same: '1' }, { same: '1' })).toBe('');
});
