import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ModelMessage, ModelReply, ModelRequest } from '../contract/model.js';

/** What LangChain calls the roles of a conversation. */
const ROLES = { system: 'system', user: 'human', assistant: 'ai' } as const;

/** What is read of a LangChain message. Providers differ in what they fill in. */
interface RawMessage {
  /** All text of the content, without hidden thinking. */
  readonly text?: unknown;
  readonly tool_calls?: readonly { readonly args?: unknown }[];
  /** Calls whose arguments are no JSON. */
  readonly invalid_tool_calls?: readonly { readonly args?: unknown }[];
  readonly usage_metadata?: {
    readonly input_tokens?: unknown;
    readonly output_tokens?: unknown;
    readonly output_token_details?: { readonly reasoning?: unknown };
  };
}

/** Ways of asking for structured output that LangChain knows; not every model has all. */
export type StructuredMethod = 'functionCalling' | 'jsonSchema' | 'jsonMode';

/** How a chat model is asked. */
export interface ChatOptions {
  readonly signal?: AbortSignal | undefined;
  /** How structured output is asked for; the model's own choice where left out. */
  readonly method?: StructuredMethod | undefined;
}

/** What a chat model said. */
export type ChatAnswer = Pick<ModelReply, 'text' | 'usage'>;

/**
 * Puts a request to a LangChain chat model once. A schema goes the way that the model offers for it (a tool, a response
 * format); a model that offers none is asked without, and its prompt has to do. Whatever the model says comes back as
 * text, valid or not. Temperature and the like are the model's own.
 *
 * @throws whatever LangChain and the client package throw; see `providerFailure`
 */
export async function askChatModel(
  model: BaseChatModel,
  { messages, schema }: ModelRequest,
  { signal, method }: ChatOptions = {},
): Promise<ChatAnswer> {
  const said = messages.map(toLangchain);
  const options = signal === undefined ? {} : { signal };
  const structured = schema === null ? null : withSchema(model, schema, method);
  if (structured === null) return readMessage(await model.invoke(said, options));
  const answer: unknown = await structured.invoke(said, options);
  // A model may take no notice of `includeRaw` and give the bare value.
  if (typeof answer === 'object' && answer !== null && 'raw' in answer) return readMessage(answer.raw);
  return { text: JSON.stringify(answer), usage: null };
}

function readMessage(message: unknown): ChatAnswer {
  return { text: textOf(message as RawMessage), usage: usageOf(message as RawMessage) };
}

function toLangchain({ role, parts }: ModelMessage): [string, string] {
  return [ROLES[role], parts.join('\n\n')];
}

/** `includeRaw`, so that an answer which is no JSON arrives as it is. */
function withSchema(
  model: BaseChatModel,
  { name, schema }: NonNullable<ModelRequest['schema']>,
  method: StructuredMethod | undefined,
) {
  try {
    return model.withStructuredOutput({ ...schema }, { name, includeRaw: true, ...(method && { method }) });
  } catch {
    return null;
  }
}

function textOf({ text, tool_calls: calls, invalid_tool_calls: invalid }: RawMessage): string {
  const call = calls?.[0]?.args;
  if (call !== undefined) return JSON.stringify(call);
  const broken = invalid?.[0]?.args;
  if (typeof broken === 'string') return broken;
  return typeof text === 'string' ? text : '';
}

/** Null where nothing is reported; client packages then leave fields out or fill in zeros. */
function usageOf({ usage_metadata: usage }: RawMessage): ModelReply['usage'] {
  const inputTokens = count(usage?.input_tokens);
  const outputTokens = count(usage?.output_tokens);
  if (inputTokens + outputTokens === 0) return null;
  return { inputTokens, outputTokens, reasoningTokens: count(usage?.output_token_details?.reasoning) };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}
