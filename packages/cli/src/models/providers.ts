import { QuorumError, type JsonObject } from '@quorum/events';
import { lookUp, type ModelRequest, type StructuredMethod } from '@quorum/agents';

/** Tokens that a prompt and its answer may have together; Ollama cuts longer prompts off without a word. */
const OLLAMA_CONTEXT_TOKENS = 16_384;

/** What a provider is asked through. */
export interface Access {
  /** Null where none is needed. */
  readonly key: string | null;
  readonly baseUrl: string;
}

/** A provider that LangChain has a client package for. */
export interface Provider {
  readonly name: string;
  /** Environment variable of its key; null where it has none. */
  readonly keyVariable: string | null;
  /** Environment variable of its base URL. */
  readonly baseUrlVariable: string;
  readonly baseUrl: string;
  /** Fields of its LangChain class for a request, but for `model` and `maxRetries`. */
  fields(request: ModelRequest, access: Access): JsonObject;
  /** How it is asked for structured output; LangChain's choice where left out. */
  method?(options: JsonObject): StructuredMethod | undefined;
}

const openai: Provider = {
  name: 'openai',
  keyVariable: 'OPENAI_API_KEY',
  baseUrlVariable: 'OPENAI_BASE_URL',
  baseUrl: 'https://api.openai.com/v1',
  fields: ({ model, options, seed }, { key, baseUrl }) => ({
    // Servers of other makers that speak this format often want no key; the client package insists on one.
    apiKey: key ?? 'none',
    configuration: { baseURL: baseUrl },
    ...given('temperature', options['temperature']),
    ...given('maxTokens', options['maxOutputTokens']),
    ...(typeof options['reasoningEffort'] === 'string' && {
      reasoning: { effort: options['reasoningEffort'] },
    }),
    // These models are served by another interface, which knows no seed.
    ...(!/codex|-pro\b/.test(model) && { modelKwargs: { seed } }),
  }),
  // With `jsonSchema` the client package throws an answer away that is no JSON, and there is nothing to repair.
  method: () => 'functionCalling',
};

const anthropic: Provider = {
  name: 'anthropic',
  keyVariable: 'ANTHROPIC_API_KEY',
  baseUrlVariable: 'ANTHROPIC_BASE_URL',
  baseUrl: 'https://api.anthropic.com',
  fields: ({ options }, { key, baseUrl }) => ({
    apiKey: key ?? 'none',
    anthropicApiUrl: baseUrl,
    ...given('temperature', options['temperature']),
    ...given('maxTokens', options['maxOutputTokens']),
    ...(typeof options['reasoningEffort'] === 'string' && {
      thinking: { type: 'adaptive' },
      outputConfig: { effort: options['reasoningEffort'] === 'minimal' ? 'low' : options['reasoningEffort'] },
    }),
  }),
  // A tool cannot be forced on a model that thinks.
  method: ({ reasoningEffort }) => (typeof reasoningEffort === 'string' ? 'jsonSchema' : 'functionCalling'),
};

const ollama: Provider = {
  name: 'ollama',
  keyVariable: null,
  baseUrlVariable: 'OLLAMA_BASE_URL',
  baseUrl: 'http://127.0.0.1:11434',
  fields: ({ options, seed }, { baseUrl }) => ({
    baseUrl,
    seed,
    numCtx: OLLAMA_CONTEXT_TOKENS,
    ...given('temperature', options['temperature']),
    ...given('numPredict', options['maxOutputTokens']),
    ...(typeof options['reasoningEffort'] === 'string' && { think: true }),
  }),
};

/** Every provider that is asked over the network. */
export const providers: readonly Provider[] = [openai, anthropic, ollama];

/** Provider of models in this process, `llama:PATH.gguf`. */
export const LOCAL_PROVIDER = 'llama';

/** A model name in its two halves. */
export interface ModelName {
  readonly provider: string;
  readonly name: string;
}

/**
 * Takes a model name apart at its first colon: `ollama:llama3.2:3b`.
 * @throws QuorumError `UNKNOWN_NAME` for an unknown provider or a name without one
 */
export function parseModelName(model: string): ModelName {
  const colon = model.indexOf(':');
  const known = [...providers, { name: LOCAL_PROVIDER }];
  if (colon < 1 || colon === model.length - 1) {
    throw new QuorumError('UNKNOWN_NAME', `'${model}' is no model.`, {
      fix: `Write rule-based, or provider:model with one of the providers ${known.map(({ name }) => name).join(', ')}, such as openai:gpt-5-mini.`,
    });
  }
  const provider = lookUp('model provider', model.slice(0, colon), known).name;
  return { provider, name: model.slice(colon + 1) };
}

/** A field with a value; nothing for null, so that the provider's default holds. */
function given(name: string, value: JsonObject[string]): JsonObject {
  return value === null || value === undefined ? {} : { [name]: value };
}
