import { afterEach, describe, expect, it } from 'vitest';
import { QuorumError } from '@quorum/events';
import type { ModelReply, ModelRequest } from '@quorum/agents';
import { startModelServer, type Behave, type Behaviour, type ModelServer } from '../testing/model-servers.js';
import type { ModelFormat } from '../testing/model-formats.js';
import { openModels, type Models, type ModelsOptions } from './open-models.js';
import { readPrices } from './prices.js';
import type { RetryPolicy } from './retry.js';

const KEY = 'planted-4f9a7c2e81';
const FORMATS: ModelFormat[] = ['openai', 'anthropic', 'ollama'];
const MODELS = {
  openai: 'openai:gpt-5-mini',
  anthropic: 'anthropic:claude-haiku-4-5',
  ollama: 'ollama:llama3.2:3b',
} as const;
const GOOD = '{"block":"b1"}';

const schema = {
  name: 'decision',
  schema: {
    type: 'object',
    properties: { block: { type: 'string' } },
    required: ['block'],
    additionalProperties: false,
  },
};

const never = new AbortController().signal;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((thing) => thing.close()));
});

async function serve(behave: Behaviour | Behave): Promise<ModelServer> {
  const server = await startModelServer(behave);
  opened.push(server);
  return server;
}

/** Retries at once, and keeps what providers asked to wait. */
function quick(waits: number[] = []): RetryPolicy {
  return {
    retries: 3,
    firstWaitMs: 0,
    longestWaitMs: 0,
    longestAskedMs: 60_000,
    wait: async (milliseconds) => waits.push(milliseconds),
  };
}

function models(baseUrl: string, changes: Partial<ModelsOptions> = {}): Models {
  const made = openModels({
    env: { OPENAI_API_KEY: KEY, ANTHROPIC_API_KEY: KEY },
    prices: readPrices(),
    baseUrl,
    retry: quick(),
    ...changes,
  });
  opened.push(made);
  return made;
}

function request(format: ModelFormat, changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    model: MODELS[format],
    options: { temperature: null, maxOutputTokens: 300, reasoningEffort: null },
    seed: 17,
    schema,
    messages: [
      { role: 'system', parts: ['You push blocks.'] },
      { role: 'user', parts: ['You see b1.', 'What now?'] },
    ],
    ...changes,
  };
}

/** Asks a server that behaves so, once. */
async function ask(format: ModelFormat, behave: Behaviour | Behave, changes: Partial<ModelsOptions> = {}) {
  const server = await serve(behave);
  const reply = await models(server.baseUrl(format), changes).ask(request(format), never);
  expect(JSON.stringify(reply)).not.toContain(KEY);
  return { reply, server };
}

describe.each(FORMATS)('%s', (format) => {
  it('answers, with usage', async () => {
    const { reply, server } = await ask(format, {
      text: GOOD,
      usage: { input: 40, output: 9, reasoning: 4 },
    });
    expect(reply).toEqual({
      outcome: 'answered',
      text: GOOD,
      usage: { inputTokens: 40, outputTokens: 9, reasoningTokens: format === 'openai' ? 4 : 0 },
      latencyMs: expect.any(Number) as number,
      problem: null,
    });
    const [asked] = server.asked;
    expect(asked?.model).toBe(MODELS[format].slice(format.length + 1));
    expect(asked?.messages).toEqual([
      { role: 'system', content: 'You push blocks.' },
      { role: 'user', content: 'You see b1.\n\nWhat now?' },
    ]);
    expect(asked?.schema).toEqual(schema.schema);
  });

  it('passes options and seed on', async () => {
    const server = await serve({ text: GOOD });
    const options = { temperature: 0.3, maxOutputTokens: 123, reasoningEffort: null };
    // Reasoning models of OpenAI take no temperature, and LangChain leaves it out for them.
    const model = format === 'openai' ? 'openai:gpt-4.1-mini' : MODELS[format];
    await models(server.baseUrl(format)).ask(request(format, { model, options }), never);
    const body = server.asked[0]?.body;
    const where = (format === 'ollama' ? body?.['options'] : body) as Record<string, unknown>;
    expect(where['temperature']).toBe(0.3);
    expect(where[format === 'ollama' ? 'num_predict' : 'max_tokens']).toBe(123);
    if (format !== 'anthropic') expect(where['seed']).toBe(17);
  });

  it('leaves the temperature to the provider where none is given', async () => {
    const { server } = await ask(format, { text: GOOD });
    expect(JSON.stringify(server.asked[0]?.body)).not.toContain('temperature');
  });

  it('answers in free text', async () => {
    const server = await serve({ text: 'I push b1.' });
    const reply = await models(server.baseUrl(format)).ask(request(format, { schema: null }), never);
    expect([reply.text, server.asked[0]?.schema]).toEqual(['I push b1.', null]);
  });

  it.each([
    ['words in place of JSON', 'I would rather not.'],
    ['JSON of another schema', '{"plan":[1,2]}'],
    ['half an object', '{"block":"b'],
    ['an array', '[1,2]'],
    ['a megabyte', `{"block":"${'x'.repeat(1_000_000)}"}`],
  ])('hands on %s as it is', async (_, text) => {
    const { reply } = await ask(format, { text });
    expect([reply.outcome, reply.text]).toEqual(['answered', text]);
  });

  it('hands on an empty answer', async () => {
    const { reply } = await ask(format, { text: '' });
    expect([reply.outcome, reply.text]).toEqual(['answered', '']);
  });

  it('knows when no usage is reported', async () => {
    const { reply } = await ask(format, { text: GOOD, usage: null });
    expect(reply.usage).toBeNull();
  });

  it('tries again after 429, no sooner than the provider asks', async () => {
    const waits: number[] = [];
    const { reply, server } = await ask(
      format,
      (_, index) => (index === 0 ? { status: 429, headers: { 'retry-after': '7' } } : { text: GOOD }),
      { retry: quick(waits) },
    );
    expect([reply.outcome, server.asked.length]).toEqual(['answered', 2]);
    // Ollama's client package does not hand headers on; its servers send none.
    expect(waits).toEqual(format === 'ollama' ? [] : [7000]);
  });

  it('gives up when the provider asks for more than a reasonable wait', async () => {
    if (format === 'ollama') return;
    const { reply, server } = await ask(format, { status: 429, headers: { 'retry-after': '86400' } });
    expect([reply.outcome, server.asked.length]).toEqual(['error', 1]);
    expect(reply.problem).toContain('HTTP 429');
  });

  it.each([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a cut-off body', { cutOff: true }],
    ['a body that is no JSON', { body: '<html>Bad gateway</html>' }],
  ] as const)('tries again after %s', async (_, bad) => {
    const { reply, server } = await ask(format, (_asked, index) => (index < 2 ? bad : { text: GOOD }));
    expect([reply.problem, reply.text, server.asked.length]).toEqual([null, GOOD, 3]);
  });

  it('says what is wrong after the last try', async () => {
    const { reply, server } = await ask(format, { status: 500, message: 'Out of order' });
    expect(server.asked).toHaveLength(4);
    expect(reply).toMatchObject({ outcome: 'error', text: '', usage: null, latencyMs: 0 });
    expect(reply.problem).toMatch(/^HTTP 500: .*Out of order/);
    expect(reply.problem).not.toContain('\n');
  });

  it.each([400, 401, 403, 404])(
    'does not try again after %i, and hides the key that it repeats',
    async (status) => {
      const message = `Wrong key ${KEY} or Bearer sk-abc***xyz123`;
      const { reply, server } = await ask(format, { status, message });
      expect(server.asked).toHaveLength(1);
      expect(reply.problem).toContain(`HTTP ${status}`);
      expect(reply.problem).not.toContain('sk-abc');
    },
  );

  it('hides the key in an answer that repeats it', async () => {
    const { reply } = await ask(format, ({ headers }) => ({ text: JSON.stringify({ block: headers, KEY }) }));
    expect(reply.text).toContain('[secret]');
  });

  it('has a time limit', async () => {
    const { reply, server } = await ask(format, { hang: true }, { modelTimeout: 0.05 });
    expect(reply).toMatchObject({ outcome: 'timeout', text: '', problem: 'no answer within 0.05 s' });
    // On a busy machine the time may be up before the request is out; in no case is it made again.
    expect(server.asked.length).toBeLessThanOrEqual(1);
  });

  it('is aborted in the middle of a call', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const server = await serve(() => {
      controller.abort(reason);
      return { hang: true };
    });
    const asking = models(server.baseUrl(format)).ask(request(format), controller.signal);
    await expect(asking).rejects.toBe(reason);
    expect(server.asked).toHaveLength(1);
  });

  it('reports a server that is not there', async () => {
    const server = await startModelServer({ text: GOOD });
    const baseUrl = server.baseUrl(format);
    await server.close();
    const reply = await models(baseUrl).ask(request(format), never);
    expect([reply.outcome, reply.problem]).toEqual(['error', expect.stringContaining('ECONNREFUSED')]);
    await expect(models(baseUrl).check(MODELS[format])).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: `No server answers for ${MODELS[format]} at ${baseUrl} (ECONNREFUSED).`,
    });
  });

  it('finds a server that is there', async () => {
    const server = await serve({ text: GOOD });
    await expect(models(server.baseUrl(format)).check(MODELS[format])).resolves.toBeUndefined();
  });
});

it('asks a model that thinks for its effort', async () => {
  const server = await serve({ text: GOOD });
  const options = { temperature: null, maxOutputTokens: 300, reasoningEffort: 'low' };
  for (const format of FORMATS) {
    const reply = await models(server.baseUrl(format)).ask(request(format, { options }), never);
    expect(reply.text).toBe(GOOD);
  }
  const [openai, anthropic, ollama] = server.asked;
  expect(openai?.body).toMatchObject({ reasoning_effort: 'low' });
  expect(anthropic?.body).toMatchObject({ thinking: { type: 'adaptive' }, output_config: { effort: 'low' } });
  expect(anthropic?.schema).toEqual(schema.schema);
  expect(ollama?.body).toMatchObject({ think: true });
});

it('sends nothing to LangSmith, whatever the environment says', async () => {
  const spy = await serve({ text: 'never' });
  Object.assign(process.env, {
    LANGSMITH_TRACING: 'true',
    LANGCHAIN_TRACING_V2: 'true',
    LANGSMITH_ENDPOINT: spy.baseUrl('anthropic'),
    LANGSMITH_API_KEY: 'lsv2_x',
    LANGSMITH_GATEWAY: spy.baseUrl('anthropic'),
  });
  await ask('openai', { text: GOOD });
  expect(Object.keys(process.env).filter((name) => /^LANG(SMITH|CHAIN)_/.test(name))).toEqual([]);
  expect(spy.asked).toEqual([]);
});

async function refusal(work: Promise<unknown>): Promise<QuorumError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!QuorumError.isInstance(error)) throw new Error(`No refusal but ${String(error)}`);
  return error;
}

it.each([
  ['opnai:gpt-5', "There is no model provider called 'opnai'.", 'Did you mean'],
  ['gpt-5', "'gpt-5' is no model.", 'openai, anthropic, ollama, llama'],
  ['openai:', "'openai:' is no model.", 'provider:model'],
])('refuses %s before anything is played', async (model, message, fix) => {
  const error = await refusal(models('http://127.0.0.1:1').check(model));
  expect([error.code, error.message]).toEqual(['UNKNOWN_NAME', message]);
  expect(error.fix).toContain(fix);
});

it('says which variable the missing key belongs into', async () => {
  const bare = openModels({ env: { ANTHROPIC_API_KEY: ' ' }, prices: readPrices() });
  const error = await refusal(bare.check('anthropic:claude-haiku-4-5'));
  expect([error.code, error.message]).toEqual([
    'MODEL_UNAVAILABLE',
    'anthropic:claude-haiku-4-5 needs a key, and ANTHROPIC_API_KEY is not set.',
  ]);
});

it('asks a server of its own without a key', async () => {
  const { reply } = await ask('openai', { text: GOOD }, { env: {} });
  expect(reply.outcome).toBe('answered');
});

it('takes base URLs from the environment', async () => {
  const server = await serve({ text: GOOD });
  const env = {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${server.baseUrl('openai')}/`,
    ANTHROPIC_API_KEY: KEY,
    ANTHROPIC_BASE_URL: server.baseUrl('anthropic'),
    OLLAMA_BASE_URL: server.baseUrl('ollama'),
  };
  const made = openModels({ env, prices: readPrices() });
  for (const format of FORMATS) await made.ask(request(format), never);
  expect(server.asked.map(({ format }) => format)).toEqual(FORMATS);
});

it.each(['localhost:8000/v1', 'secret', 'file:///etc'])(
  'refuses the base URL %s without repeating it',
  async (url) => {
    const made = openModels({ env: { OPENAI_BASE_URL: url }, prices: readPrices() });
    const error = await refusal(made.check('openai:gpt-5-mini'));
    expect([error.code, error.message]).toEqual(['CONFIG_INVALID', 'OPENAI_BASE_URL is no web address.']);
  },
);

it('misses the file of a local model', async () => {
  const error = await refusal(models('http://127.0.0.1:1').check('llama:/nowhere/tiny.gguf'));
  expect([error.code, error.message]).toEqual([
    'MODEL_UNAVAILABLE',
    'llama:/nowhere/tiny.gguf: there is no file /nowhere/tiny.gguf.',
  ]);
});

it('keeps to its number of connections', async () => {
  let thirdIsHere = (): void => undefined;
  const three = new Promise<void>((resolve) => (thirdIsHere = resolve));
  const server = await serve(async (_, index) => {
    if (index === 2) thirdIsHere();
    await three;
    return { text: GOOD };
  });
  const made = models(server.baseUrl('openai'), { maxConnections: 3 });
  const replies = await Promise.all(Array.from({ length: 12 }, () => made.ask(request('openai'), never)));
  expect(replies.every(({ outcome }) => outcome === 'answered')).toBe(true);
  expect(server.mostAtOnce).toBe(3);
});

it('asks for less when the provider says that it is too much', async () => {
  const server = await serve((_, index) =>
    index < 8 ? { status: 429, headers: { 'retry-after-ms': '1' } } : { text: GOOD, delayMs: 5 },
  );
  const made = models(server.baseUrl('openai'), { maxConnections: 8 });
  const replies = await Promise.all(Array.from({ length: 8 }, () => made.ask(request('openai'), never)));
  expect(replies.every(({ outcome }) => outcome === 'answered')).toBe(true);
  expect(server.asked).toHaveLength(16);
});

it('stops when the money is spent', async () => {
  const server = await serve({ text: GOOD, usage: { input: 1_000_000, output: 0 } });
  const made = models(server.baseUrl('openai'), { maxCost: 0.5 });
  const answered = (reply: ModelReply): string => reply.outcome;
  expect(await made.ask(request('openai'), never).then(answered)).toBe('answered');
  expect(await made.ask(request('openai'), never).then(answered)).toBe('answered');
  expect(made.dollars).toBe(0.5);
  const error = await refusal(made.ask(request('openai'), never));
  expect([error.code, error.message]).toEqual([
    'COST_LIMIT',
    'The run has spent US$ 0.50 on models; it may spend 0.5.',
  ]);
  expect(server.asked).toHaveLength(2);
});

it('counts what earlier sessions have spent', async () => {
  const server = await serve({ text: GOOD });
  const made = models(server.baseUrl('openai'), { maxCost: 2, spent: 2.5 });
  expect((await refusal(made.ask(request('openai'), never))).code).toBe('COST_LIMIT');
});

it('wants a price where there is a cost limit', async () => {
  const error = await refusal(models('http://127.0.0.1:1', { maxCost: 1 }).check('openai:gpt-99'));
  expect([error.code, error.message]).toEqual([
    'CONFIG_INVALID',
    '--max-cost: no price is known for openai:gpt-99.',
  ]);
});
