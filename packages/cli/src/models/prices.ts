import { readFileSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import { readError } from '@quorum/events/node';
import { parse } from 'yaml';
import { z } from 'zod';
import { displayPath, pricesFile } from '../system/paths.js';

/** US dollars per million tokens. */
export const priceSchema = z.strictObject({ input: z.number().min(0), output: z.number().min(0) });

const priceFile = z.strictObject({
  /** What the reader should know. */
  note: z.string().optional(),
  /** When the prices were valid, `2025-11`. */
  asOf: z.string(),
  /** By `provider:model`; `provider:*` for all other models of a provider. */
  models: z.record(z.string(), priceSchema),
});

/** What tokens of a model cost, US dollars per million. Hidden thinking counts as output. */
export type Price = z.output<typeof priceSchema>;

/** Prices by model. */
export interface PriceTable {
  /** When they were valid. */
  readonly asOf: string;
  /** Null when it is not known. A dated version (`…-2025-08-07`, `…-latest`) costs what its model costs. */
  readonly priceOf: (model: string) => Price | null;
}

/** The prices of some models, without those that are not known. */
export function knownPrices(models: Iterable<string>, { priceOf }: PriceTable): Record<string, Price> {
  return Object.fromEntries(
    [...models].flatMap((model) => {
      const price = priceOf(model);
      return price === null ? [] : [[model, price]];
    }),
  );
}

/** What some tokens cost at a price, US dollars. */
export function costOf(
  { input, output }: Price,
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
): number {
  return (inputTokens * input + outputTokens * output) / 1e6;
}

/**
 * Reads prices, YAML or JSON.
 *
 * @param own prices of the user, which go before the built-in ones
 * @throws QuorumError `FILE_UNREADABLE`, or `CONFIG_INVALID` naming file and field
 */
export function readPrices(own?: string): PriceTable {
  const builtIn = readFile(pricesFile);
  const given = own === undefined ? null : readFile(own);
  const tables = given === null ? [builtIn] : [given, builtIn];
  return {
    asOf: (given ?? builtIn).asOf,
    priceOf(model) {
      const [provider = ''] = model.split(':');
      const undated = model.replace(/-(\d{4}-\d{2}-\d{2}|\d{8}|latest)$/, '');
      for (const { models } of tables) {
        const found = models[model] ?? models[undated] ?? models[`${provider}:*`];
        if (found !== undefined) return found;
      }
      return null;
    },
  };
}

function readFile(path: string): z.output<typeof priceFile> {
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const refused = readError(path, error);
    if (refused !== error) throw refused;
    throw invalid(path, (error as Error).message.split('\n')[0] ?? 'it is no YAML');
  }
  const result = priceFile.safeParse(data);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  throw invalid(path, `${field === '' ? '' : `field \`${field}\`: `}${issue?.message ?? 'invalid'}`);
}

function invalid(path: string, problem: string): QuorumError {
  return new QuorumError('CONFIG_INVALID', `${displayPath(path)}: ${problem.replace(/\.$/, '')}.`, {
    fix: 'write it like benchmarks/prices.json: `asOf`, a month, and `models`, with `input` and `output` of each.',
  });
}
