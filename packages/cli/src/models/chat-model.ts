import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ModelRequest } from '@quorum/agents';
import { parseModelName, type Access, type Provider } from './providers.js';

/**
 * The LangChain chat model for a request. Its client package is loaded at the first one: none of them is needed to run
 * teams without language models, and each takes half a second. LangChain's own retries are off: those here know more.
 */
export async function chatModel(
  request: ModelRequest,
  provider: Provider,
  access: Access,
): Promise<BaseChatModel> {
  keepToOurselves();
  const { initChatModel } = await import('langchain/chat_models/universal');
  return initChatModel(parseModelName(request.model).name, {
    modelProvider: provider.name,
    maxRetries: 0,
    ...provider.fields(request, access),
  });
}

/**
 * LangChain sends traces, or whole requests, to LangSmith if the environment says so; a benchmark's prompts stay here.
 * And client packages print what they find odd in an answer, keys that servers repeat included, between our own lines;
 * what matters of it comes back as an answer or an error.
 */
function keepToOurselves(): void {
  for (const name of Object.keys(process.env)) {
    if (/^(LANGSMITH|LANGCHAIN)_/.test(name)) delete process.env[name];
  }
  console.warn = () => undefined;
}
