import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faults } from './faults.js';

const doc = readFileSync(new URL('../../../../docs/faults.md', import.meta.url), 'utf8');

it('docs/faults.md lists every fault with its options and their defaults', () => {
  const rows = [...doc.matchAll(/^\| `([^`]+)` +\| ([^|]+)\|/gm)].map(([, name, options = '']) => [
    name,
    [...options.matchAll(/`([^`]+)` `([^`]+)`/g)].map(([, option, value]) => [option, value]),
  ]);
  const known = faults.map(({ name, options }) => [
    name,
    Object.entries(options.parse({})).map(([option, value]) => [option, JSON.stringify(value)]),
  ]);
  expect(rows).toEqual(known);
});
