import { QuorumError, type JsonObject } from '@quorum/events';

/** What is used of a context sequence of node-llama-cpp. */
export interface LlamaSequence {
  readonly tokenMeter: { getState(): TokenCount };
  clearHistory(): Promise<void>;
}

interface TokenCount {
  readonly usedInputTokens: number;
  readonly usedOutputTokens: number;
}

/** An item of a conversation. */
export type LlamaChatItem =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: readonly string[] };

interface LlamaSession {
  setChatHistory(history: readonly LlamaChatItem[]): void;
  prompt(
    text: string,
    options: {
      readonly seed: number;
      readonly maxTokens: number;
      readonly temperature: number;
      readonly grammar?: unknown;
      readonly signal?: AbortSignal;
    },
  ): Promise<string>;
  dispose(): void;
}

/** An engine of node-llama-cpp. */
export interface LlamaEngine {
  loadModel(options: { readonly modelPath: string }): Promise<{
    readonly trainContextSize: number;
    createContext(options: { readonly contextSize: number; readonly threads: number }): Promise<{
      getSequence(): LlamaSequence;
    }>;
  }>;
  createGrammarForJsonSchema(schema: JsonObject): Promise<unknown>;
  dispose(): Promise<void>;
}

/**
 * What is used of node-llama-cpp. Its own types are of no help: where the optional package cannot be installed, the
 * build has to pass without it.
 */
export interface LlamaLibrary {
  readonly LlamaLogLevel: { readonly error: unknown };
  readonly TokenMeter: { diff(meter: { getState(): TokenCount }, before: TokenCount): TokenCount };
  readonly LlamaChatSession: new (options: { readonly contextSequence: LlamaSequence }) => LlamaSession;
  getLlama(options: {
    readonly gpu: false;
    readonly build: 'never';
    readonly logLevel: unknown;
    readonly progressLogs: false;
  }): Promise<LlamaEngine>;
}

const PACKAGE = 'node-llama-cpp';

/** @throws QuorumError `MODEL_UNAVAILABLE` where the optional package could not be installed */
export async function importLlama(): Promise<LlamaLibrary> {
  try {
    return (await import(PACKAGE)) as LlamaLibrary;
  } catch (error) {
    throw new QuorumError('MODEL_UNAVAILABLE', `the optional package ${PACKAGE} is not installed.`, {
      fix: 'run `npm ci` on a platform that it supports, or serve the model with Ollama and name it ollama:MODEL.',
      cause: error,
    });
  }
}
