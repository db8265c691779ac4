import type { ModelClient, ModelReply, ModelRequest, Probe } from '@quorum/agents';
import { PROBE_VARIANTS, requestHash } from '@quorum/agents';
import type { EpisodeHeader } from '@quorum/events';
import { expect, it } from 'vitest';
import { askVariants, type ProbePlan } from './ask-variants.js';

const message = {
  ...{ sent: 0, from: 1, to: null, kind: 'request' as const, text: 'one two three', task: 'b1/left' },
  ...{ claims: [], work: true },
};
const query = (text: string) => ({ messages: [{ role: 'user' as const, parts: [text] }], schema: null });

/** A decision that shows its message and decides what the model says. */
const probe: Probe = {
  purpose: 'plan',
  news: [message],
  tell: (change) => [change(message, 0).text],
  ask: async (model, change) => (await model.ask(query(change(message, 0).text))).text,
};

const own = { model: 'rule-based', options: {} };
const plan: ProbePlan = {
  header: { seed: 3, repeat: 1 } as EpisodeHeader,
  ...{ seat: 0, decision: 2, probe, positions: [0], repeats: 3, asked: own },
  logged: { ...own, request: requestHash({ ...own, ...query('one two three') }) },
};

const reply = (text: string): ModelReply => ({
  ...{ outcome: 'answered', text, usage: null, latencyMs: 0, problem: null },
});

/** A model that repeats what it is shown, and keeps what it was asked. */
function parrot(asked: ModelRequest[], answer = reply): ModelClient {
  return {
    ask: async (request) => {
      asked.push(request);
      return answer(request.messages[0]?.parts[0] ?? '');
    },
  };
}
const never = new AbortController().signal;

it('asks every variant as often, with the same seeds for all', async () => {
  const asked: ModelRequest[] = [];
  const answers = await askVariants(plan, parrot(asked), never, () => undefined);
  expect(answers.map(({ variant, repeat }) => [variant, repeat])).toEqual(
    PROBE_VARIANTS.flatMap((variant) => [1, 2, 3].map((repeat) => [variant, repeat])),
  );
  const seeds = asked.map(({ seed }) => seed);
  expect(new Set(seeds).size).toBe(3);
  expect(seeds).toEqual(PROBE_VARIANTS.flatMap(() => seeds.slice(0, 3)));
  expect(answers.filter(({ variant }) => variant === 'as-is').map(({ action }) => action)).toEqual(
    Array(3).fill('one two three'),
  );
  expect(answers.find(({ variant }) => variant === 'blank')?.action).toBe('');
});

it('leaves messages alone that are not varied', async () => {
  const answers = await askVariants({ ...plan, positions: [] }, parrot([]), never, () => undefined);
  expect(new Set(answers.map(({ action }) => action))).toEqual(new Set(['one two three']));
});

it('asks nothing when the logged request cannot be built again', async () => {
  const asked: ModelRequest[] = [];
  const other = { ...plan, logged: { ...plan.logged, request: 'another' } };
  await expect(askVariants(other, parrot(asked), never, () => undefined)).rejects.toMatchObject({
    code: 'DIVERGED',
  });
  expect(asked).toEqual([]);
});

it('fails as a whole when the model fails, and with the reason of the signal when it is stopped', async () => {
  const failing = parrot([], () => ({ ...reply(''), outcome: 'error', problem: 'out of order' }));
  await expect(askVariants(plan, failing, never, () => undefined)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: 'rule-based: out of order',
  });
  const stopped = AbortSignal.abort(new Error('enough'));
  await expect(askVariants(plan, parrot([]), stopped, () => undefined)).rejects.toThrow('enough');
});
