import type { QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import type { Usage } from '../clock/clock-profile.js';
import type { Agent } from '../contract/agent.js';
import type { ModelProvider, ModelQuery, ModelReply, ModelRequest, ModelTool } from '../contract/model.js';
import type { Tape, TapeEntry } from '../contract/tape.js';
import { requestHash } from '../models/request-hash.js';
import { countTokens } from '../models/tokenizer.js';
import { brief, playOut, type Play } from '../testing/play.js';
import { answer, scriptModels } from '../testing/script-models.js';

const query = (...parts: string[]): ModelQuery => ({ messages: [{ role: 'user', parts }], schema: null });

/** Asks its model so many questions, then waits nine seconds. */
const asker =
  (questions: number, ask = (model: ModelTool, i: number) => model.ask(query('rules', `question ${i}`))) =>
  async (...[activation, , { model }]: Parameters<Agent['decide']>) => {
    const texts: string[] = [];
    for (let i = 1; i <= questions; i++) {
      texts.push((await ask(model, i + activation.seat * 10)).text);
    }
    return { state: texts, plan: { task: null, actions: [{ type: 'idle', seconds: 9 }] } };
  };

const play = (...team: Play['team'][number][]): Play => ({ team, model: 'test:one', horizonSeconds: 0.1 });
const failing = (outcome: 'error' | 'timeout'): ModelReply => ({
  outcome,
  text: '',
  usage: null,
  latencyMs: 0,
  problem: 'the server is on fire',
});
const calledOf = (events: readonly QuorumEvent[]) => events.filter(({ type }) => type === 'model.called');

it('asks the model of the seat, logs each call with everything that was said, once', async () => {
  const requests: ModelRequest[] = [];
  const taped: TapeEntry[] = [];
  const models = scriptModels((request) => {
    requests.push(request);
    return 'yes';
  });
  const { log } = await playOut(
    { ...play(asker(2)), modelOptions: { temperature: 0.5 } },
    { models, onModelCall: (entry) => taped.push(entry) },
  );
  const [started] = log.events.filter(({ type }) => type === 'activation.started');
  const contents = new Map(
    log.events.flatMap((event) =>
      event.type === 'observation.content' ? [[event.hash, event.content]] : [],
    ),
  );
  expect(requests).toHaveLength(2);
  expect(requests[0]).toMatchObject({
    model: 'test:one',
    options: { temperature: 0.5 },
    ...query('rules', 'question 1'),
  });
  expect(requests[0]?.seed).not.toBe(requests[1]?.seed);
  const hashes = requests.map(requestHash);
  const called = log.events.flatMap((event) => (event.type === 'model.called' ? [event] : []));
  expect(called).toMatchObject(
    hashes.map((request, i) => ({
      seat: 0,
      call: i + 1,
      request,
      outcome: 'answered',
      inputTokens: countTokens('rules') + countTokens(`question ${i + 1}`),
      outputTokens: 1,
      reasoningTokens: 0,
      usageMissing: false,
      inputs: [started?.seq],
    })),
  );
  expect(called[1]?.prompt.map(({ role, part }) => [role, contents.get(part)])).toEqual([
    ['user', 'rules'],
    ['user', 'question 2'],
  ]);
  expect(contents.get(called[0]?.answer ?? '')).toBe('yes');
  const all = log.events.flatMap((event) => (event.type === 'observation.content' ? [event.hash] : []));
  expect(new Set(all).size).toBe(all.length);
  expect(taped).toEqual(
    hashes.map((request, i) => ({ seat: 0, activation: 1, call: i + 1, request, reply: answer('yes') })),
  );
});

it('charges for what was read and written, repairs too, at the time scale', async () => {
  const usages: Usage[] = [];
  const { log } = await playOut(
    {
      ...play(asker(2)),
      timeScale: 2,
      charge: (usage) => {
        usages.push(usage);
        return 100_001;
      },
    },
    {
      models: scriptModels(() => ({
        ...answer('yes'),
        usage: { inputTokens: 9, outputTokens: 50, reasoningTokens: 40 },
        latencyMs: 7,
      })),
    },
  );
  const inputTokens = countTokens('rules') * 2 + countTokens('question 1') + countTokens('question 2');
  expect(usages).toEqual([
    { modelCalls: 2, inputTokens, outputTokens: 2, reasoningTokens: 80, latencyMs: 14 },
  ]);
  expect(brief(log.events)).toContain('0.200002s #0 activation.ended 0 decided 200002');
});

it('marks calls whose provider does not say what it has used', async () => {
  const models = scriptModels(() => ({ ...answer('yes'), usage: null }));
  const { log } = await playOut(play(asker(1)), { models });
  expect(calledOf(log.events)).toMatchObject([{ usageMissing: true, reasoningTokens: 0 }]);
});

it.each(['error', 'timeout'] as const)(
  'ends with a model error when the provider fails (%s), even if the agent keeps it to itself',
  async (outcome) => {
    const taped: TapeEntry[] = [];
    const secretive: Agent['decide'] = async (_, state, { model }) => {
      await model.ask(query('x')).catch(() => null);
      await model.ask(query('y')).catch(() => null);
      return { state };
    };
    const { outcome: end, log } = await playOut(play(secretive, asker(1)), {
      models: scriptModels(({ messages }) => (messages[0]?.parts[0] === 'x' ? failing(outcome) : 'fine')),
      onModelCall: (entry) => taped.push(entry),
    });
    expect(end.status).toBe('model_error');
    expect(brief(log.events).slice(-4)).toEqual([
      '0s #0 model.called 0 call 1 ' + outcome,
      '0s #0 activation.ended 0 error 0',
      '0s #0 model.called 1 call 1 answered',
      '0s #0 episode.ended model_error',
    ]);
    const [ended] = log.events.filter(({ type }) => type === 'activation.ended');
    expect(ended).toMatchObject({ problem: 'test:one: the server is on fire' });
    expect(log.events.at(-1)).toMatchObject({ inputs: [ended?.seq] });
    expect(taped.map(({ seat, reply }) => [seat, reply.outcome])).toEqual([
      [0, outcome],
      [1, 'answered'],
    ]);
  },
);

it('makes no more calls than the episode may, whoever is quicker', async () => {
  for (const slow of [0, 1]) {
    const models = scriptModels(async ({ messages }) => {
      const seat = Number(messages[0]?.parts[1]?.at(-2)) || 0;
      for (let turns = seat === slow ? 20 : 0; turns > 0; turns--) await Promise.resolve();
      return 'yes';
    });
    const { outcome, log } = await playOut(
      { ...play(asker(2), asker(2), async () => ({ state: null }), asker(2)), limits: { calls: 5 } },
      { models },
    );
    expect(outcome.status).toBe('model_budget');
    expect(brief(log.events).filter((text) => /model|error|budget/.test(text))).toEqual([
      '0s #0 model.called 0 call 1 answered',
      '0s #0 model.called 0 call 2 answered',
      '0s #0 model.called 1 call 1 answered',
      // Had all four taken turns, this would have been the sixth call.
      '0s #0 activation.ended 1 error 0',
      '0s #0 model.called 3 call 1 answered',
      '0s #0 activation.ended 3 error 0',
      '0s #0 episode.ended model_budget',
    ]);
  }
});

it('stops asking when the tokens of the episode are used up', async () => {
  const { outcome, log } = await playOut(
    { ...play(asker(9)), limits: { tokens: 3 * (countTokens('rules') + countTokens('question 1') + 1) - 1 } },
    { models: scriptModels(() => 'yes') },
  );
  expect(outcome.status).toBe('model_budget');
  expect(calledOf(log.events)).toHaveLength(3);
});

it('plays from a tape without a model, and asks live what the tape leaves open', async () => {
  const taped: TapeEntry[] = [];
  const live = await playOut(play(asker(2), asker(1)), {
    models: scriptModels(({ seed }) => `answer ${seed}`),
    onModelCall: (entry) => taped.push(entry),
  });
  const tape: Tape = {
    find: (key, request) =>
      taped.find(
        (entry) =>
          entry.seat === key.seat &&
          entry.activation === key.activation &&
          entry.call === key.call &&
          entry.request === request,
      )?.reply ?? null,
  };
  const again: TapeEntry[] = [];
  const replay = await playOut(play(asker(2), asker(1)), { tape, onModelCall: (entry) => again.push(entry) });
  expect(replay.log.lines).toEqual(live.log.lines);
  expect(again).toEqual(taped);

  let asked = 0;
  await playOut(play(asker(3), asker(1)), { tape, models: scriptModels(() => `new ${++asked}`) });
  expect(asked).toBe(1);
});

it('names model and seat when there is nobody to ask', async () => {
  await expect(playOut(play(async () => ({ state: null }), asker(1)))).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: /seat 1.*test:one/i,
  });
});

it('lets errors of tape and provider through, even if the agent keeps them to itself', async () => {
  const secretive: Agent['decide'] = async (_, state, { model }) => {
    await model.ask(query('x')).catch(() => null);
    return { state };
  };
  const tape: Tape = {
    find() {
      throw new Error('not on the tape');
    },
  };
  await expect(playOut(play(secretive), { tape })).rejects.toThrow('not on the tape');
  const models: ModelProvider = {
    client() {
      throw new Error('no such model');
    },
  };
  await expect(playOut(play(secretive), { models })).rejects.toThrow('no such model');
});

it('is an agent error to ask a model without having one', async () => {
  const { outcome, log } = await playOut({ team: [asker(1)] }, { models: scriptModels(() => 'yes') });
  expect(outcome.status).toBe('agent_error');
  const ended = log.events.find(({ type }) => type === 'activation.ended');
  expect(ended).toMatchObject({ problem: /'seat-0'.*option 'model'/ });
});

it('makes the calls of one seat in the order in which it asks, and waits for all of them', async () => {
  const asked: unknown[] = [];
  const hasty: Agent['decide'] = async (_, state, { model }) => {
    void model.ask(query('first'));
    void model.ask(query('second'));
    return { state };
  };
  const models = scriptModels(async ({ messages }) => {
    asked.push(messages[0]?.parts[0]);
    await Promise.resolve();
    return 'yes';
  });
  const { log } = await playOut({ ...play(hasty) }, { models });
  expect(asked).toEqual(['first', 'second']);
  expect(calledOf(log.events)).toMatchObject([{ call: 1 }, { call: 2 }]);
});

it('passes the signal on and ends with its reason', async () => {
  const controller = new AbortController();
  const models: ModelProvider = {
    client: () => ({
      ask: (_, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
          controller.abort(new Error('ctrl-c'));
        }),
    }),
  };
  await expect(playOut(play(asker(1)), { models, signal: controller.signal })).rejects.toThrow('ctrl-c');
});
