import type { Asked, TestUsage } from './model-servers.js';

/** Whose wire format a request has. */
export type ModelFormat = 'openai' | 'anthropic' | 'ollama';

/** Where each format is spoken. */
export const FORMATS: readonly { readonly name: ModelFormat; readonly path: string }[] = [
  { name: 'openai', path: '/v1/chat/completions' },
  { name: 'anthropic', path: '/v1/messages' },
  { name: 'ollama', path: '/api/chat' },
];

type Turn = Asked['messages'][number];
type Body = Asked['body'];

/** The request in terms that all formats share. */
export function readAsked(format: ModelFormat, body: Body): Omit<Asked, 'body' | 'headers'> {
  const turns = (body['messages'] as readonly { role: string; content: unknown }[]).map(
    ({ role, content }): Turn => ({
      // So the system prompt is called for models that think.
      role: role === 'developer' ? 'system' : role,
      content: plainText(content),
    }),
  );
  const system = body['system'];
  const messages = system === undefined ? turns : [{ role: 'system', content: plainText(system) }, ...turns];
  return { format, model: String(body['model']), messages, schema: schemaOf(body) };
}

function plainText(content: unknown): string {
  if (typeof content === 'string') return content;
  return (content as readonly { text?: string }[]).map(({ text = '' }) => text).join('');
}

function schemaOf(body: Body): unknown {
  const tools = body['tools'] as
    readonly { input_schema?: unknown; function?: { parameters: unknown } }[] | undefined;
  const format = body['response_format'] as { json_schema?: { schema: unknown } } | undefined;
  const config = body['output_config'] as { format?: { schema: unknown } } | undefined;
  return (
    format?.json_schema?.schema ??
    config?.format?.schema ??
    tools?.[0]?.input_schema ??
    tools?.[0]?.function?.parameters ??
    body['format'] ??
    null
  );
}

/** A good answer in the format of the provider. */
export function answerBody(asked: Asked, text: string, usage: TestUsage | null): string {
  switch (asked.format) {
    case 'openai':
      return JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 0,
        model: asked.model,
        choices: [{ index: 0, finish_reason: 'stop', logprobs: null, message: openaiMessage(asked, text) }],
        ...(usage && {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
            completion_tokens_details: { reasoning_tokens: usage.reasoning ?? 0 },
          },
        }),
      });
    case 'anthropic':
      return JSON.stringify({
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: asked.model,
        stop_reason: 'end_turn',
        stop_sequence: null,
        content: anthropicContent(asked, text),
        usage: { input_tokens: usage?.input ?? 0, output_tokens: usage?.output ?? 0 },
      });
    case 'ollama':
      return `${JSON.stringify({
        model: asked.model,
        created_at: '2026-01-01T00:00:00Z',
        message: { role: 'assistant', content: text },
        done: true,
        done_reason: 'stop',
        ...(usage && { prompt_eval_count: usage.input, eval_count: usage.output }),
      })}\n`;
  }
}

/** A tool call where one was asked for and the text begins like its arguments, which need not be JSON. */
function openaiMessage({ body }: Asked, text: string): object {
  const tools = body['tools'] as readonly { function: { name: string } }[] | undefined;
  if (tools === undefined || !text.startsWith('{')) return { role: 'assistant', content: text };
  const call = { name: tools[0]?.function.name, arguments: text };
  return {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'call_1', type: 'function', function: call }],
  };
}

/** A tool call where one was asked for and the text can be its arguments, which are always an object. */
function anthropicContent({ body }: Asked, text: string): unknown[] {
  const tools = body['tools'] as readonly { name: string }[] | undefined;
  const input = tools === undefined ? null : parseObject(text);
  if (tools !== undefined && input !== null) {
    return [{ type: 'tool_use', id: 'toolu_1', name: tools[0]?.name, input }];
  }
  return text === '' ? [] : [{ type: 'text', text }];
}

function parseObject(text: string): object | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** A refusal in the format of the provider. */
export function errorBody(format: ModelFormat, message: string): string {
  switch (format) {
    case 'openai':
      return JSON.stringify({ error: { message, type: 'test', param: null, code: null } });
    case 'anthropic':
      return JSON.stringify({ type: 'error', error: { type: 'test', message } });
    case 'ollama':
      return JSON.stringify({ error: message });
  }
}
