import { createRequire } from 'node:module';
import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { expect, it } from 'vitest';
import { countTokens, TOKENIZER } from './tokenizer.js';

it('names the version that is installed', () => {
  const installed = createRequire(import.meta.url)('gpt-tokenizer/package.json') as { version: string };
  expect(TOKENIZER).toBe(`gpt-tokenizer-${installed.version}/o200k_base`);
});

it('keeps its numbers for ever', () => {
  expect(countTokens('')).toBe(0);
  expect(countTokens('Block 4 at (3.25, 7.5) needs 3 agents; I push from the west.')).toBe(25);
});

it('counts what the tokenizer counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      expect(countTokens(text)).toBe(encode(text, { disallowedSpecial: new Set() }).length);
    }),
  );
});

it('counts what the tokenizer counts where lines meet', () => {
  const bit = fc.constantFrom(
    '\n',
    '\r\n',
    ' ',
    '\t',
    '/',
    '.',
    '-',
    '"',
    '1',
    'a',
    'B',
    '\u0301',
    '中',
    '🏽',
    '\u2028',
    "'s",
  );
  fc.assert(
    fc.property(fc.string({ unit: bit, maxLength: 60 }), (text) => {
      expect(countTokens(text)).toBe(encode(text, { disallowedSpecial: new Set() }).length);
    }),
    { numRuns: 1000 },
  );
});

it('counts special tokens as the text they are', () => {
  expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  expect(countTokens('<|im_start|>system')).toBeGreaterThan(3);
});

it.each(['a', ' ', '!', '\n', '/\n', '🏽', '\ud800', 'ab1', '中'])(
  'counts 200,000 characters of %j in linear time',
  (unit) => {
    const tokens = countTokens(unit.repeat(Math.ceil(200_000 / unit.length)));
    expect(tokens).toBeGreaterThan(0);
    expect(tokens).toBeLessThanOrEqual(400_000);
  },
);

it('gives the same number again, and after many others', () => {
  const text = 'the same words';
  const first = countTokens(text);
  for (let i = 0; i < 600; i++) countTokens(`text ${i}`);
  expect(countTokens(text)).toBe(first);
});
