import { expect, it } from 'vitest';
import { z } from 'zod';
import { describedOptions, optionRows } from './described-options.js';

const loud = z.strictObject({ volume: z.number().default(3).describe('how loud') });
const bare = z.strictObject({ volume: z.number().default(3).describe('how loud'), tone: z.string() });

it('reads names, defaults and descriptions off a schema', () => {
  expect(describedOptions(bare)).toEqual([
    { name: 'volume', default: 3, summary: 'how loud' },
    { name: 'tone', default: null, summary: '' },
  ]);
});

it('says briefly who knows an option', () => {
  const item = (name: string, schema: typeof loud | typeof bare | null) => ({
    name,
    options: schema === null ? [] : describedOptions(schema),
  });
  const known = (...items: ReturnType<typeof item>[]) => optionRows(items).map(([name, , of]) => [name, of]);
  expect(known(item('a', loud), item('b', bare))).toEqual([
    ['volume', 'all'],
    ['tone', 'b'],
  ]);
  expect(known(item('a', loud), item('b', loud), item('c', loud), item('d', null))).toEqual([
    ['volume', 'all but d'],
  ]);
});
