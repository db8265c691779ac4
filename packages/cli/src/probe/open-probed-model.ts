import { availableParallelism } from 'node:os';
import { kindOfModel, type ModelClient } from '@quorum/agents';
import type { Scenario } from '@quorum/env';
import { openModels } from '../models/open-models.js';
import { readPrices } from '../models/prices.js';
import { withStandIn } from '../models/with-stand-in.js';
import type { ModelOptions } from '../run/run-options.js';

/** The model of a probe, found to answer. */
export interface ProbedModel {
  readonly client: ModelClient;
  close(): Promise<void>;
}

/**
 * Opens the model that is asked: the stand-in, or a language model under the same limits as in a run.
 * @throws QuorumError `UNKNOWN_NAME`, `MODEL_UNAVAILABLE`, `CONFIG_INVALID`
 */
export async function openProbedModel(
  model: string,
  scenario: Scenario,
  options: ModelOptions,
): Promise<ProbedModel> {
  if (kindOfModel(model) === 'stand-in') {
    return { client: withStandIn(null).client(model, scenario), close: () => Promise.resolve() };
  }
  const models = openModels({
    ...options,
    env: process.env,
    prices: readPrices(options.prices),
    threads: Math.max(1, availableParallelism() - 1),
  });
  await models.check(model);
  const never = new AbortController().signal;
  return {
    client: { ask: (request, signal = never) => models.ask(request, signal) },
    close: () => models.close(),
  };
}
