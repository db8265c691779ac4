import { expect, it } from 'vitest';
import { tinyHeader } from '../testing/tiny-log.js';
import { conditionKey } from './condition-key.js';

const header = tinyHeader();

it('ignores seed, repeat and the order in which a header was built', () => {
  const sight = { ...header, options: { sightMeters: 5, noise: { sensing: 1, acting: 2 } } };
  const other = {
    ...sight,
    seed: 9,
    repeat: 2,
    options: { noise: { acting: 2, sensing: 1 }, sightMeters: 5 },
  };
  expect(conditionKey(other)).toBe(conditionKey(sight));
});

it('tells apart whatever else differs', () => {
  const others = [
    { ...header, options: { sightMeters: 5 } },
    { ...header, structure: 'ring' },
    { ...header, team: header.team.slice(1) },
    { ...header, deadlineMicros: 1 },
    { ...header, versions: { engine: '2' } },
  ];
  expect(new Set([header, ...others].map(conditionKey)).size).toBe(6);
});
