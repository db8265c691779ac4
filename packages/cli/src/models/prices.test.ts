import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { costOf, readPrices } from './prices.js';

function file(text: string): string {
  const path = join(temporaryFolder(), 'prices.yaml');
  writeFileSync(path, text);
  return path;
}

it('knows well-known models, their dated versions and local ones', () => {
  const { priceOf } = readPrices();
  expect(priceOf('openai:gpt-5-mini')).toEqual({ input: 0.25, output: 2 });
  expect(priceOf('openai:gpt-5-mini-2025-08-07')).toEqual({ input: 0.25, output: 2 });
  expect(priceOf('anthropic:claude-haiku-4-5-20251001')).toEqual({ input: 1, output: 5 });
  expect(priceOf('ollama:llama3.2:3b')).toEqual({ input: 0, output: 0 });
  expect(priceOf('openai:gpt-5-mini-large')).toBeNull();
});

it('lets a file of the user go before the built-in prices', () => {
  const path = file('asOf: 2026-01\nmodels:\n  openai:gpt-5-mini: { input: 9, output: 8 }\n');
  const { priceOf, asOf } = readPrices(path);
  expect([asOf, priceOf('openai:gpt-5-mini'), priceOf('openai:gpt-4o')?.input]).toEqual([
    '2026-01',
    { input: 9, output: 8 },
    2.5,
  ]);
});

it('counts per million tokens', () => {
  expect(costOf({ input: 2, output: 10 }, { inputTokens: 500_000, outputTokens: 10_000 })).toBe(1.1);
});

it.each([
  ['models: []', 'field `asOf`'],
  ['asOf: 2026-01\nmodels: {x: {input: -1, output: 1}}', 'field `models.x.input`'],
  ['asOf: [', 'Flow sequence'],
])('refuses %j, naming the field', (text, problem) => {
  const path = file(text);
  expect(() => readPrices(path)).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID' }) as Error);
  expect(() => readPrices(path)).toThrow(problem);
});

it('says when there is no such file', () => {
  expect(() => readPrices('/nowhere/prices.yaml')).toThrow('Cannot read /nowhere/prices.yaml');
});
