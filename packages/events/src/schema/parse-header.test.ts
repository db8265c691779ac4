import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryHeader } from '../testing/arbitrary-log.js';
import { smallHeader } from '../testing/small-log.js';
import { headerProblem, parseHeader } from './parse-header.js';

it('accepts every header that is one', () => {
  fc.assert(
    fc.property(arbitraryHeader, (header) => {
      expect(parseHeader(header)).toBe(header);
    }),
  );
});

it.each<[object, string]>([
  [{ date: '2026-08-01' }, 'field `date` does not belong here'],
  [{ seed: 1.5 }, 'field `seed`: Invalid input: expected int, received number'],
  [{ team: [] }, 'field `team`: Too small'],
  [{ team: [{ agent: 'a', modelKind: 'human', options: {} }] }, 'field `team[0].modelKind`: Invalid option'],
  [{ clock: { ...smallHeader.clock, timeScale: -1 } }, 'field `clock.timeScale`: Too small'],
  [{ options: [] }, 'field `options`: is not a JSON object'],
  [{ format: 'quorum-log/0' }, 'its format is "quorum-log/0"; this version of Quorum reads "quorum-log/1"'],
])('names what is wrong: %j', (change, problem) => {
  expect(headerProblem({ ...smallHeader, ...change })).toContain(problem);
});
