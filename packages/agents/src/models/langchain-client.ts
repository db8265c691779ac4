import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ModelClient } from '../contract/model.js';
import { askChatModel, type StructuredMethod } from './ask-chat-model.js';
import { failureReply, providerFailure } from './provider-failure.js';

/** How a client asks and measures. */
export interface LangchainClientOptions {
  /** Host clock in milliseconds, for `latencyMs`; 0 where left out. Matters for the clock profile `recorded` only. */
  readonly now?: () => number;
  /** How structured output is asked for; the model's own choice where left out. */
  readonly method?: StructuredMethod;
}

/**
 * Any LangChain chat model as a model client, for use from code:
 * `runEpisode(header, { log, models: { client: () => langchainClient(new ChatOpenAI({ … })) } })`. Retries, timeouts,
 * temperature and seeds are the model's own affair. Rejects only when the signal aborts; all else is a reply.
 */
export function langchainClient(
  model: BaseChatModel,
  { now = () => 0, method }: LangchainClientOptions = {},
): ModelClient {
  return {
    async ask(request, signal) {
      const start = now();
      try {
        const answer = await askChatModel(model, request, { signal, method });
        return { outcome: 'answered', ...answer, latencyMs: now() - start, problem: null };
      } catch (error) {
        signal?.throwIfAborted();
        return failureReply(providerFailure(error));
      }
    },
  };
}
