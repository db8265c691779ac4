import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLineCutter } from './log-lines.js';

const line = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\n'));

it('gives whole lines, however the bytes are cut', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.array(fc.nat(100), { maxLength: 6 }), (lines, cuts) => {
      const bytes = Buffer.from(lines.map((each) => `${each}\n`).join(''));
      const cut = createLineCutter();
      let from = 0;
      const found: string[] = [];
      for (const end of [...cuts, bytes.length].sort((a, b) => a - b)) {
        found.push(...cut(bytes.subarray(from, end)));
        from = end;
      }
      expect(found).toEqual(lines);
    }),
  );
});

it('cuts between any two bytes of a character', () => {
  const bytes = Buffer.from('a😀é\nb\n');
  for (let at = 0; at <= bytes.length; at++) {
    const cut = createLineCutter();
    expect([...cut(bytes.subarray(0, at)), ...cut(bytes.subarray(at))]).toEqual(['a😀é', 'b']);
  }
});

it('keeps back what has no end yet', () => {
  const cut = createLineCutter();
  expect(cut(Buffer.from('{"a":1}\n{"b"'))).toEqual(['{"a":1}']);
  expect(cut(Buffer.from(':2}'))).toEqual([]);
});
