import { MessageChannel } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { openModels, type Models } from '../models/open-models.js';
import { costOf, knownPrices, type PriceTable } from '../models/prices.js';
import { serveModels } from '../models/serve-models.js';
import { formatDollars } from '../output/dollars.js';
import type { Manifest, ModelUsage } from '../run-folder/manifest.js';
import { countCalls, type CountedUsage } from './count-usage.js';
import { languageModels } from './episode-models.js';
import type { ModelSession } from './model-session.js';
import type { ModelOptions } from './run-options.js';

/**
 * Opens the language models of a session.
 * @param previous what earlier sessions of the run have spent counts against its limit
 */
export function openModelSession(
  options: ModelOptions,
  prices: PriceTable,
  previous: Manifest | null,
): ModelSession {
  const models = openModels({
    ...options,
    env: process.env,
    prices,
    spent: spentBefore(previous),
    // One core stays free: threads of a local model that have to share a core wait for each other at every token.
    threads: Math.max(1, availableParallelism() - 1),
  });
  const calls = countCalls();
  let underWay = 0;

  const ask: Models['ask'] = async (request, signal) => {
    underWay += 1;
    try {
      const reply = await models.ask(request, signal);
      calls.add(request.model, reply.usage);
      return reply;
    } finally {
      underWay -= 1;
    }
  };
  const priced = (usage: readonly CountedUsage[]): ModelUsage[] =>
    usage.map((use) => {
      const price = prices.priceOf(use.model);
      return { ...use, dollars: price === null ? null : costOf(price, use) };
    });

  const checked = new Set<string>();

  return {
    check(model) {
      checked.add(model);
      return models.check(model);
    },
    connect(header) {
      if (languageModels(header).length === 0) return null;
      const { port1, port2 } = new MessageChannel();
      const service = serveModels(port1, { ask });
      return { port: port2, close: () => service.close() };
    },
    price: (usage) => (usage.length === 0 ? null : priced(usage)),
    record: () => ({
      ...settings(options),
      prices: knownPrices(checked, prices),
      usage: priced(calls.result()),
    }),
    remark: () => `US$ ${formatDollars(models.dollars)}, ${underWay} calls under way`,
    summary: () => summaryOf(priced(calls.result())),
    close: () => models.close(),
  };
}

/** US dollars that earlier sessions of a run have spent, where prices were known. */
function spentBefore(manifest: Manifest | null): number {
  const usage = (manifest?.sessions ?? []).flatMap(({ models }) => models?.usage ?? []);
  return usage.reduce((sum, { dollars }) => sum + (dollars ?? 0), 0);
}

function summaryOf(usage: readonly ModelUsage[]): string {
  const sum = (field: 'calls' | 'inputTokens' | 'outputTokens'): number =>
    usage.reduce((total, use) => total + use[field], 0);
  const dollars = usage.reduce((total, use) => total + (use.dollars ?? 0), 0);
  const unpriced = usage.filter((use) => use.dollars === null).map(({ model }) => model);
  const cost = `US$ ${formatDollars(dollars)}`;
  const without = unpriced.length === 0 ? '' : `, without ${unpriced.join(', ')} (no price known)`;
  const tokens = `${sum('inputTokens')} input and ${sum('outputTokens')} output tokens`;
  return `${sum('calls')} calls, ${tokens}, ${cost}${without}`;
}

/** What the manifest tells of how models were reached: of an address only the server. */
function settings(options: ModelOptions) {
  return {
    server: options.baseUrl === undefined ? null : new URL(options.baseUrl).origin,
    maxConnections: options.maxConnections ?? null,
    requestsPerMinute: options.requestsPerMinute ?? null,
    tokensPerMinute: options.tokensPerMinute ?? null,
    timeoutSeconds: options.modelTimeout ?? null,
    maxCost: options.maxCost ?? null,
  };
}
