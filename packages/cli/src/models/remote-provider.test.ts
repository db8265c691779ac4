import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { QuorumError } from '@quorum/events';
import type { ModelReply, ModelRequest } from '@quorum/agents';
import type { Scenario } from '@quorum/env';
import type { Models } from './open-models.js';
import { remoteProvider } from './remote-provider.js';
import { serveModels } from './serve-models.js';

const scenario = {} as Scenario;
const request: ModelRequest = { model: 'openai:x', options: {}, seed: 3, schema: null, messages: [] };
const answer = (text: string): ModelReply => ({
  outcome: 'answered',
  text,
  usage: null,
  latencyMs: 4,
  problem: null,
});

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** Both ends of a line to models that are asked so. */
function connect(ask: Models['ask']) {
  const { port1, port2 } = new MessageChannel();
  const service = serveModels(port1, { ask });
  const remote = remoteProvider(port2);
  closing.push(() => service.close());
  return { service, remote, client: remote.client('openai:x', scenario) };
}

it('brings each answer to its question', async () => {
  const held: (() => void)[] = [];
  const { client } = connect(
    ({ seed }) => new Promise((resolve) => held.push(() => resolve(answer(`${seed}`)))),
  );
  const asking = [1, 2, 3].map((seed) => client.ask({ ...request, seed }));
  while (held.length < 3) await new Promise(setImmediate);
  held.toReversed().forEach((release) => release());
  expect((await Promise.all(asking)).map(({ text }) => text)).toEqual(['1', '2', '3']);
});

it('brings a refusal with its code and its fix', async () => {
  const { client } = connect(() => Promise.reject(new QuorumError('COST_LIMIT', 'spent', { fix: 'pay' })));
  const error = await client.ask(request).catch((reason: unknown) => reason);
  expect(QuorumError.isInstance(error) && [error.code, error.message, error.fix]).toEqual([
    'COST_LIMIT',
    'spent',
    'pay',
  ]);
});

it('lets the other side know of an abort', async () => {
  const heard: AbortSignal[] = [];
  const { client } = connect((_, signal) => {
    heard.push(signal);
    return new Promise(() => undefined);
  });
  const controller = new AbortController();
  const reason = new Error('enough');
  const asking = client.ask(request, controller.signal);
  while (heard.length === 0) await new Promise(setImmediate);
  controller.abort(reason);
  await expect(asking).rejects.toBe(reason);
  const [signal] = heard;
  if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
  await expect(client.ask(request, controller.signal)).rejects.toBe(reason);
  expect(heard).toHaveLength(1);
});

it('refuses whoever waits when the other side closes', async () => {
  const { client, service } = connect(() => new Promise(() => undefined));
  const asking = client.ask(request);
  service.close();
  await expect(asking).rejects.toThrow('The thread that asks models is gone.');
  await expect(client.ask(request)).rejects.toThrow('The thread that asks models is gone.');
});

it('abandons what is under way when the asking side closes', async () => {
  let heard: AbortSignal | undefined;
  const { client, remote } = connect((_, signal) => {
    heard = signal;
    return new Promise(() => undefined);
  });
  const asking = client.ask(request).catch(() => 'refused');
  while (heard === undefined) await new Promise(setImmediate);
  remote.close();
  expect(await asking).toBe('refused');
  if (!heard.aborted) await once(heard, 'abort');
  expect(heard.aborted).toBe(true);
});

it('keeps its thread alive while an answer is awaited, and only then', async () => {
  const { port1, port2 } = new MessageChannel();
  const port = port2 as MessagePort & { hasRef(): boolean };
  let release: (() => void) | undefined;
  const ask = () => new Promise<ModelReply>((resolve) => (release = () => resolve(answer('x'))));
  const service = serveModels(port1, { ask });
  closing.push(() => service.close());
  const client = remoteProvider(port2).client('openai:x', scenario);
  expect(port.hasRef()).toBe(false);
  const asking = client.ask(request);
  expect(port.hasRef()).toBe(true);
  while (release === undefined) await new Promise(setImmediate);
  release();
  await asking;
  expect(port.hasRef()).toBe(false);
});
