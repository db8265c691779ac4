import type { ModelProvider, ModelReply, ModelRequest } from '../contract/model.js';

/**
 * Models for tests: every model answers as the script does, which may take its time and may return a whole reply in
 * place of the text of an answer.
 */
export function scriptModels(
  script: (request: ModelRequest) => string | ModelReply | Promise<string | ModelReply>,
): ModelProvider {
  return {
    client: () => ({
      ask: async (request) => {
        const said = await script(request);
        return typeof said === 'string' ? answer(said) : said;
      },
    }),
  };
}

/** A reply as a stand-in gives it. */
export function answer(text: string): ModelReply {
  const usage = { inputTokens: 1, outputTokens: 1, reasoningTokens: 0 };
  return { outcome: 'answered', text, usage, latencyMs: 0, problem: null };
}
