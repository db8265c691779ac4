import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import {
  askChatModel,
  failureReply,
  providerFailure,
  type ModelClient,
  type ModelReply,
  type ModelRequest,
} from '@quorum/agents';
import { displayPath } from '../system/paths.js';
import { checkServer, findAccess, secretsIn, secretsOf, type Environment } from './access.js';
import { chatModel } from './chat-model.js';
import { countCosts } from './costs.js';
import { Lane, TooMuch, type LaneLimits } from './lane.js';
import { llamaClient } from './llama-client.js';
import type { PriceTable } from './prices.js';
import { LOCAL_PROVIDER, parseModelName, providers, type Access, type Provider } from './providers.js';
import { createRedactor, type Redactor } from './redact.js';
import { FailedTry, RETRY_POLICY, withRetries, type RetryPolicy } from './retry.js';
import { withTimeout } from './with-timeout.js';

/** Letters per token of English prose, for guesses before the provider has counted. */
const LETTERS_PER_TOKEN = 4;

/** What a prompt is taken to be answered with, tokens, before the provider has counted. */
const GUESSED_ANSWER_TOKENS = 200;

/** HTTP statuses that ask for fewer requests; the second is Anthropic's. */
const TOO_MUCH = [429, 529];

/** Longest wait for a first sign of life of a server. */
const CHECK_TIMEOUT_MS = 10_000;

/** How language models are reached. None of it can change a result. */
export interface ModelsOptions {
  /** Keys and base URLs are read from here: `process.env`. */
  readonly env: Environment;
  /** In place of every provider's own. */
  readonly baseUrl?: string | undefined;
  /** Per provider; 10 where left out. */
  readonly maxConnections?: number | undefined;
  /** Per provider; no limit where left out. */
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
  /** Seconds until one try of a request has failed; 120 where left out. */
  readonly modelTimeout?: number | undefined;
  /** US dollars; no limit where left out. */
  readonly maxCost?: number | undefined;
  /** US dollars that earlier sessions of the run have spent. */
  readonly spent?: number | undefined;
  readonly prices: PriceTable;
  /** Threads of a model in this process; 1 where left out. */
  readonly threads?: number | undefined;
  readonly retry?: RetryPolicy | undefined;
}

/** All language models of a run, in one process: one set of connections, limits and costs. */
export interface Models {
  /**
   * Finds out before anything is played whether a model can be asked.
   *
   * @throws QuorumError `UNKNOWN_NAME`, `MODEL_UNAVAILABLE` (no key, no server, no file), `CONFIG_INVALID` (a cost limit
   * without a price)
   */
  check(model: string): Promise<void>;
  /**
   * Asks a model. Failures of providers are replies, without any secret.
   *
   * @throws QuorumError `COST_LIMIT`, and what `check` throws; rejects with the signal's reason
   */
  ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
  /** US dollars spent so far, earlier sessions included, where prices are known. */
  readonly dollars: number;
  close(): Promise<void>;
}

/** A provider in use. */
interface Opened {
  readonly provider: Provider;
  readonly access: Access;
  readonly lane: Lane;
  readonly redactor: Redactor;
  /** Its server has been found to answer. */
  checked?: Promise<void>;
}

/** Opens the language models of a run. Nothing is loaded or asked yet. */
export function openModels(options: ModelsOptions): Models {
  const { env, prices, maxCost = null, spent = 0, modelTimeout = 120, retry = RETRY_POLICY } = options;
  const costs = countCosts({ prices, maxCost, spent });
  const limits: LaneLimits = {
    connections: options.maxConnections ?? 10,
    requestsPerMinute: options.requestsPerMinute ?? null,
    tokensPerMinute: options.tokensPerMinute ?? null,
  };
  const { keys, others } = secretsIn(env);
  const opened = new Map<string, Opened>();
  const local = new Map<string, ReturnType<typeof llamaClient>>();

  function open(provider: Provider, model: string): Opened {
    let found = opened.get(provider.name);
    if (found === undefined) {
      const access = findAccess(provider, model, env, options.baseUrl);
      const redactor = createRedactor([...keys, ...secretsOf(access.baseUrl)], others);
      found = { provider, access, lane: new Lane(limits), redactor };
      opened.set(provider.name, found);
    }
    return found;
  }

  function openLocal(path: string): ModelClient {
    let client = local.get(path);
    if (client === undefined) {
      client = llamaClient(path, options.threads ?? 1);
      local.set(path, client);
    }
    return client;
  }

  async function askProvider(
    { provider, access, lane, redactor }: Opened,
    request: ModelRequest,
    signal: AbortSignal,
  ): Promise<ModelReply> {
    const guess = guessTokens(request);
    const attempt = (): Promise<ModelReply> =>
      lane.run({
        tokens: guess.inputTokens + guess.outputTokens,
        signal,
        async work() {
          costs.check();
          const value = await once(request, { provider, access, signal, timeoutMs: modelTimeout * 1000 });
          const used = value.usage ?? guess;
          costs.add(request.model, used);
          return { value, tokens: used.inputTokens + used.outputTokens };
        },
      });
    try {
      const reply = await withRetries(attempt, retry, signal);
      return { ...reply, text: redactor.answer(reply.text) };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FailedTry)) throw error;
      const reply = failureReply(error.failure);
      return { ...reply, problem: redactor.problem(error.failure.problem) };
    }
  }

  return {
    async check(model) {
      const { provider: name, name: rest } = parseModelName(model);
      if (maxCost !== null && prices.priceOf(model) === null) {
        throw new QuorumError('CONFIG_INVALID', `--max-cost: no price is known for ${model}.`, {
          fix: `Give one with --prices, for example {asOf: today, models: {"${model}": {input: 1, output: 4}}}.`,
        });
      }
      if (name === LOCAL_PROVIDER) return checkFile(model, rest);
      const found = open(providerNamed(name), model);
      const { access, redactor } = found;
      found.checked ??= checkServer(model, access.baseUrl, redactor.problem, CHECK_TIMEOUT_MS);
      await found.checked;
    },
    async ask(request, signal) {
      // One signal may serve all seats of an episode.
      setMaxListeners(0, signal);
      const { provider, name } = parseModelName(request.model);
      if (provider === LOCAL_PROVIDER) return openLocal(name).ask(request, signal);
      return askProvider(open(providerNamed(provider), request.model), request, signal);
    },
    get dollars() {
      return costs.dollars;
    },
    async close() {
      await Promise.all([...local.values()].map((client) => client.close()));
    },
  };
}

interface Try {
  readonly provider: Provider;
  readonly access: Access;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** One try of a request. Throws `FailedTry`, within `TooMuch` when there were too many. */
async function once(
  request: ModelRequest,
  { provider, access, signal, timeoutMs }: Try,
): Promise<ModelReply> {
  try {
    const method = provider.method?.(request.options);
    const model = await chatModel(request, provider, access);
    // Loading the client package is no part of the model's time.
    const start = performance.now();
    const answer = await withTimeout(timeoutMs, signal, (either) =>
      askChatModel(model, request, { signal: either, method }),
    );
    if (answer === null) throw new FailedTry(timeout(timeoutMs));
    const latencyMs = Math.round(performance.now() - start);
    return { outcome: 'answered', ...answer, latencyMs, problem: null };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof FailedTry) throw error;
    const failure = providerFailure(error);
    const failed = new FailedTry(failure);
    throw TOO_MUCH.includes(failure.status ?? 0) ? new TooMuch(failed) : failed;
  }
}

function timeout(timeoutMs: number): FailedTry['failure'] {
  const problem = `no answer within ${timeoutMs / 1000} s`;
  return { outcome: 'timeout', problem, status: null, retryAfterMs: null, transient: false };
}

function guessTokens({ messages }: ModelRequest): {
  readonly inputTokens: number;
  readonly outputTokens: number;
} {
  const letters = messages.reduce((sum, { parts }) => sum + parts.join('').length, 0);
  return { inputTokens: Math.ceil(letters / LETTERS_PER_TOKEN), outputTokens: GUESSED_ANSWER_TOKENS };
}

function providerNamed(name: string): Provider {
  const found = providers.find((provider) => provider.name === name);
  if (found === undefined) throw new QuorumError('INTERNAL', `There is no provider '${name}'.`);
  return found;
}

function checkFile(model: string, path: string): void {
  if (existsSync(path)) return;
  throw new QuorumError('MODEL_UNAVAILABLE', `${model}: there is no file ${displayPath(path)}.`, {
    fix: 'Check the path of the GGUF file.',
  });
}
