import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@quorum/events';
import type { ModelClient, ModelRequest } from '@quorum/agents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { temporaryFolderOfFile } from '../testing/temporary-folder.js';
import { tinyGguf } from '../testing/tiny-gguf.js';
import { llamaClient } from './llama-client.js';
import { importLlama } from './llama-library.js';

const installed = await importLlama().then(
  () => true,
  () => false,
);

const folder = temporaryFolderOfFile();
const path = join(folder, 'tiny.gguf');

const answer = z.strictObject({
  task: z.union([z.enum(['b1:left', 'b2:left']), z.null()]),
  actions: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('push'), block: z.enum(['b1', 'b2']), hard: z.boolean() }),
        z.strictObject({ type: z.literal('wait'), seconds: z.int() }),
      ]),
    )
    .min(1)
    .max(2),
});

function request(seed: number): ModelRequest {
  return {
    model: `llama:${path}`,
    options: { temperature: null, maxOutputTokens: 300, reasoningEffort: null },
    seed,
    messages: [
      { role: 'system', parts: ['You are an agent.', 'You push blocks.'] },
      { role: 'user', parts: ['What next?'] },
    ],
    schema: { name: 'plan', schema: z.toJSONSchema(answer) as JsonObject },
  };
}

describe.runIf(installed)('a model in this process', () => {
  let client: ReturnType<typeof llamaClient>;
  beforeAll(() => {
    writeFileSync(path, tinyGguf());
    client = llamaClient(path, 1);
  });
  afterAll(() => client.close());

  const ask = async (seed: number, asked: ModelClient = client) => {
    const { latencyMs, ...reply } = await asked.ask(request(seed));
    expect(latencyMs).toBeGreaterThan(0);
    return reply;
  };

  it('answers within the schema, counts tokens, and repeats itself for the same seed', async () => {
    const first = await ask(7);
    expect(first).toMatchObject({ outcome: 'answered', problem: null });
    expect(answer.safeParse(JSON.parse(first.text)).success, first.text).toBe(true);
    expect(first.usage?.inputTokens).toBeGreaterThan(40);
    expect(first.usage?.outputTokens).toBeGreaterThan(10);
    const other = await ask(8);
    expect(await ask(7)).toEqual(first);
    expect(other.text).not.toBe(first.text);
  });

  it('answers free text when no schema is asked for', async () => {
    const { outcome, text } = await client.ask({ ...request(1), schema: null });
    expect(outcome).toBe('answered');
    expect(text.length).toBeGreaterThan(0);
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const asked = client.ask(request(2), controller.signal);
    controller.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect((await ask(3)).outcome).toBe('answered');
  });

  it('says which file does not load', async () => {
    const broken = join(folder, 'broken.gguf');
    writeFileSync(broken, 'no model');
    await expect(llamaClient(broken, 1).ask(request(1))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: expect.stringContaining('broken.gguf') as string,
    });
  });
});
