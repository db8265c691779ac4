import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonLine } from './json-line.js';

const text = `{
  "a": [1, "x]}\\"", {"b": -2.5e3}],
  "a\\"b": [
    true,
    {
      "c": null
    }
  ]
}`;

it.each([
  [['a'], 2],
  [['a', 2, 'b'], 2],
  [['a"b'], 3],
  [['a"b', 0], 4],
  [['a"b', 1], 5],
  [['a"b', 1, 'c'], 6],
  [['a"b', 7], 3],
  [['nothing', 'here'], 1],
])('finds the line of %j', (path, line) => {
  expect(jsonLine(text, path)).toBe(line);
});

it('finds every element of a list with one per line', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 1 }), (values) => {
      const lines = `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]`;
      values.forEach((_, i) => expect(jsonLine(lines, [i])).toBe(i + 2));
    }),
  );
});
