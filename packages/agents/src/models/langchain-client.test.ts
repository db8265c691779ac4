import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import type { ChatResult } from '@langchain/core/outputs';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { expect, it } from 'vitest';
import type { ModelRequest } from '../contract/model.js';
import { langchainClient } from './langchain-client.js';

const request: ModelRequest = {
  model: 'test:model',
  options: {},
  seed: 1,
  schema: null,
  messages: [
    { role: 'system', parts: ['Be brief.', 'Be kind.'] },
    { role: 'user', parts: ['Hello?'] },
    { role: 'assistant', parts: ['Hi.'] },
    { role: 'user', parts: ['And now?'] },
  ],
};
const schema = {
  name: 'decision',
  schema: { type: 'object', properties: { block: { type: 'string' } }, required: ['block'] },
};

/** A chat model with tools that answers with a given message and keeps what it was asked. */
class ToolModel extends BaseChatModel {
  asked: BaseMessage[] = [];
  tools: unknown;

  constructor(private readonly answer: () => AIMessageChunk) {
    super({ maxRetries: 0 });
  }

  override _llmType(): string {
    return 'test';
  }

  override bindTools(tools: unknown[]) {
    this.tools = tools;
    return this.withConfig({});
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions']): Promise<ChatResult> {
    this.asked = messages;
    options.signal?.throwIfAborted();
    const message = this.answer();
    return { generations: [{ text: message.text, message }] };
  }
}

it('maps roles and parts', async () => {
  const model = new ToolModel(() => new AIMessageChunk('Push.'));
  const reply = await langchainClient(model).ask(request);
  expect(reply).toEqual({ outcome: 'answered', text: 'Push.', usage: null, latencyMs: 0, problem: null });
  expect(model.asked.map((message) => [message.type, message.content])).toEqual([
    ['system', 'Be brief.\n\nBe kind.'],
    ['human', 'Hello?'],
    ['ai', 'Hi.'],
    ['human', 'And now?'],
  ]);
});

it('reports usage with hidden thinking, and the time by the clock it is given', async () => {
  const usage = {
    input_tokens: 11,
    output_tokens: 7,
    total_tokens: 18,
    output_token_details: { reasoning: 5 },
  };
  const model = new ToolModel(() => Object.assign(new AIMessageChunk('x'), { usage_metadata: usage }));
  let time = 100;
  const reply = await langchainClient(model, { now: () => (time += 20) }).ask(request);
  expect(reply.usage).toEqual({ inputTokens: 11, outputTokens: 7, reasoningTokens: 5 });
  expect(reply.latencyMs).toBe(20);
});

it('asks for structured output with a tool and gives its arguments as text', async () => {
  const model = new ToolModel(
    () =>
      new AIMessageChunk({ content: '', tool_calls: [{ name: 'decision', args: { block: 'b1' }, id: '1' }] }),
  );
  const reply = await langchainClient(model).ask({ ...request, schema });
  expect(reply.text).toBe('{"block":"b1"}');
  expect(model.tools).toMatchObject([{ function: { name: 'decision', parameters: schema.schema } }]);
});

it.each([
  ['words in place of a tool call', { content: 'I push b1.' }, 'I push b1.'],
  ['nothing', { content: '' }, ''],
  ['another tool', { content: '', tool_calls: [{ name: 'fly', args: { to: 1 }, id: '1' }] }, '{"to":1}'],
  [
    'blocks of thought and text',
    {
      content: [
        { type: 'reasoning', reasoning: 'hm' },
        { type: 'text', text: '{}' },
      ],
    },
    '{}',
  ],
])('hands on %s as it is', async (_, fields, text) => {
  const model = new ToolModel(() => new AIMessageChunk(fields));
  const reply = await langchainClient(model).ask({ ...request, schema });
  expect([reply.outcome, reply.text]).toEqual(['answered', text]);
});

it('hands on arguments that are no JSON as they are', async () => {
  const message = new AIMessageChunk('');
  message.invalid_tool_calls = [{ name: 'decision', args: '{"block":"b' }];
  const reply = await langchainClient(new ToolModel(() => message)).ask({ ...request, schema });
  expect([reply.outcome, reply.text]).toEqual(['answered', '{"block":"b']);
});

it('takes the bare value of a model that gives nothing else', async () => {
  const reply = await langchainClient(new FakeListChatModel({ responses: ['{"block":"b2"}'] })).ask({
    ...request,
    schema,
  });
  expect(reply.text).toBe('{"block":"b2"}');
});

it('asks a model without tools in plain words', async () => {
  const model = new ToolModel(() => new AIMessageChunk('{"block":"b2"}'));
  Object.assign(model, { bindTools: undefined });
  const reply = await langchainClient(model).ask({ ...request, schema });
  expect(reply.text).toBe('{"block":"b2"}');
});

function failing(error: unknown) {
  return langchainClient(
    new ToolModel(() => {
      throw error;
    }),
  ).ask(request);
}

it('makes a reply of an error, on one line', async () => {
  const reply = await failing(
    Object.assign(new Error('401 No such\n  key.\n\nTroubleshooting URL: https://x.y'), { status: 401 }),
  );
  expect(reply).toEqual({
    outcome: 'error',
    text: '',
    usage: null,
    latencyMs: 0,
    problem: 'HTTP 401: No such key.',
  });
});

it('tells a timeout from an error', async () => {
  const reply = await failing(Object.assign(new Error('Request timed out.'), { name: 'TimeoutError' }));
  expect([reply.outcome, reply.problem]).toEqual(['timeout', 'Request timed out.']);
});

it('rejects when it is aborted', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  const model = new ToolModel(() => {
    controller.abort(reason);
    throw new Error('Aborted');
  });
  await expect(langchainClient(model).ask(request, controller.signal)).rejects.toBe(reason);
});
