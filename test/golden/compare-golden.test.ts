import { expect, it } from 'vitest';
import { compareGolden } from './compare-golden.js';

it('demands a raised version for a changed result', () => {
  const verdict = compareGolden('x.jsonl', 'v1\na\nb\n', 'v1\na\nc\n');
  expect(verdict).toMatchObject({ kind: 'changed' });
  expect(verdict).toHaveProperty(
    'message',
    expect.stringMatching(/line 3.*raise the version[^]*was: b\nis: {2}c/),
  );
  expect(compareGolden('x.jsonl', 'v1\na\n', 'v1\na\nb\n').kind).toBe('changed');
});

it('asks for new golden files where a version was raised', () => {
  expect(compareGolden('x.jsonl', 'v1\na\n', 'v2\nb\n').kind).toBe('outdated');
});

it('is content with the same bytes', () => {
  expect(compareGolden('x.jsonl', 'v1\na\n', 'v1\na\n')).toEqual({ kind: 'same' });
});
