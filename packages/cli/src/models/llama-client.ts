import { QuorumError } from '@quorum/events';
import type { ModelClient, ModelMessage, ModelReply, ModelRequest } from '@quorum/agents';
import PQueue from 'p-queue';
import { displayPath } from '../system/paths.js';
import { grammarSchema } from './grammar-schema.js';
import {
  importLlama,
  type LlamaChatItem,
  type LlamaEngine,
  type LlamaLibrary,
  type LlamaSequence,
} from './llama-library.js';

/** More would not fit the prompts of any structure and cost memory. */
const CONTEXT_TOKENS = 16_384;

/** What has been loaded for one model file. */
interface Loaded {
  readonly library: LlamaLibrary;
  readonly llama: LlamaEngine;
  readonly sequence: LlamaSequence;
}

/**
 * A model in this process, from a GGUF file, on the CPU: for `llama:PATH.gguf`. Answers are held to the JSON schema by a
 * grammar. It is loaded at the first question and answers one at a time; the same request and seed get the same answer.
 *
 * @param threads more than there are cores slows it down by orders of magnitude
 */
export function llamaClient(path: string, threads: number): ModelClient & { close(): Promise<void> } {
  const queue = new PQueue({ concurrency: 1 });
  let loading: Promise<Loaded> | undefined;
  return {
    ask(request, signal) {
      return queue.add(
        async () => {
          loading ??= load(path, threads);
          return answer(await loading, request, signal);
        },
        signal === undefined ? {} : { signal },
      );
    },
    async close() {
      await queue.onIdle();
      await loading?.then(
        ({ llama }) => llama.dispose(),
        () => undefined,
      );
    },
  };
}

/** @throws QuorumError `MODEL_UNAVAILABLE` */
async function load(path: string, threads: number): Promise<Loaded> {
  const library = await importLlama();
  try {
    const llama = await library.getLlama({
      gpu: false,
      build: 'never',
      logLevel: library.LlamaLogLevel.error,
      progressLogs: false,
    });
    const model = await llama.loadModel({ modelPath: path });
    const contextSize = Math.min(CONTEXT_TOKENS, model.trainContextSize);
    const context = await model.createContext({ contextSize, threads });
    return { library, llama, sequence: context.getSequence() };
  } catch (error) {
    throw new QuorumError(
      'MODEL_UNAVAILABLE',
      `llama:${displayPath(path)} does not load: ${oneLine(error)}.`,
      {
        fix: 'name a model file in GGUF format that fits into memory.',
        cause: error,
      },
    );
  }
}

async function answer(
  { library, llama, sequence }: Loaded,
  request: ModelRequest,
  signal: AbortSignal | undefined,
): Promise<ModelReply> {
  const start = performance.now();
  const before = sequence.tokenMeter.getState();
  const session = new library.LlamaChatSession({ contextSequence: sequence });
  const [history, question] = conversation(request.messages);
  session.setChatHistory(history);
  const schema = request.schema && grammarSchema(request.schema.schema);
  const temperature = request.options['temperature'] as number | null;
  try {
    const text = await session.prompt(question, {
      seed: request.seed,
      maxTokens: request.options['maxOutputTokens'] as number,
      temperature: temperature ?? 0.8,
      ...(schema === null ? {} : { grammar: await llama.createGrammarForJsonSchema(schema) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const used = library.TokenMeter.diff(sequence.tokenMeter, before);
    const usage = {
      inputTokens: used.usedInputTokens,
      outputTokens: used.usedOutputTokens,
      reasoningTokens: 0,
    };
    return { outcome: 'answered', text, usage, latencyMs: performance.now() - start, problem: null };
  } catch (error) {
    signal?.throwIfAborted();
    return { outcome: 'error', text: '', usage: null, latencyMs: 0, problem: oneLine(error) };
  } finally {
    session.dispose();
    await sequence.clearHistory();
  }
}

/** What came before, and the last question. */
function conversation(messages: readonly ModelMessage[]): [LlamaChatItem[], string] {
  const join = ({ parts }: ModelMessage): string => parts.join('\n\n');
  const last = messages.at(-1);
  const history = messages.slice(0, -1).map((message): LlamaChatItem => {
    if (message.role === 'assistant') return { type: 'model', response: [join(message)] };
    return { type: message.role, text: join(message) };
  });
  return [history, last === undefined ? '' : join(last)];
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
