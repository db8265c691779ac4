import type { JsonObject } from '@quorum/events';
import { findScenario } from '@quorum/env';
import { describe, expect, it } from 'vitest';
import { messageOf, openTalk } from '../chat/testing.js';
import type { Activation, PlanEnd } from '../contract/agent.js';
import { countTokens } from '../models/tokenizer.js';
import { ruleBased } from './rule-based.js';
import { exchange, lineView, mark, type Exchange } from './testing.js';

const NEAR = mark('mark-0', 4, 1);
const PAIR = mark('mark-1', 9, 2);
const PLAN = { task: 'mark-1', actions: [{ type: 'walk', to: 9 }], done: 0 };

const request = (task: string, own: JsonObject = {}) =>
  messageOf(4, { kind: 'request', task, text: 'Go there.', work: true, ...own });
const commit = (task: string, from = 1, id = 4) =>
  messageOf(id, { kind: 'commit', task, text: 'I go.', from });

async function chosen(activation: Partial<Activation>, rest: Exchange = {}): Promise<string | null> {
  const { decision } = await exchange({ ...rest, activation });
  return decision.plan?.task ?? null;
}

describe('answers every request in format', () => {
  const purposes: [string, Partial<Activation>][] = [
    ['plan', {}],
    ['plan with talk', { talk: openTalk() }],
    ['speak', { purpose: 'speak', talk: openTalk() }],
    ['speak as leader', { purpose: 'speak', talk: openTalk({ roles: ['leader', 'follower', 'follower'] }) }],
    ['reply', { purpose: 'reply', talk: openTalk(), inbox: [request('mark-1')] }],
    ['interrupt', { purpose: 'interrupt', plan: PLAN, inbox: [commit('mark-1')] }],
    [
      'interrupt with talk',
      { purpose: 'interrupt', plan: PLAN, talk: openTalk(), inbox: [request('mark-0')] },
    ],
    ['repair', { purpose: 'repair', plan: PLAN, notice: 'Nothing moves.' }],
  ];
  const forms = [
    { typed: true, addressing: 'any' },
    { typed: true, addressing: 'unicast' },
    { typed: false, addressing: 'multicast' },
    { typed: false, addressing: 'broadcast' },
  ] as const;
  it.each(purposes)('%s', async (_, { talk, ...activation }) => {
    for (const form of forms) {
      for (const promptForm of ['text', 'json', 'both']) {
        const place = talk === undefined ? {} : { talk: { ...talk, ...form } };
        const { decision, texts } = await exchange({
          activation: { observation: lineView(NEAR, PAIR), ...activation, ...place },
          options: { promptForm },
        });
        expect(decision.problem).toBeUndefined();
        expect(texts).toHaveLength(1);
      }
    }
  });

  it('a summary of memory', async () => {
    const { decision, texts } = await exchange({
      activation: {
        inbox: [messageOf(1), messageOf(2, { text: 'mark-4 is at 12 m and needs 3. mark-2 is done.' })],
      },
      options: { integration: 'summarise', memoryMessages: 1 },
    });
    expect(texts).toHaveLength(2);
    expect(decision.state).toMatchObject({ summary: 'mark-2 is done. mark-4 is at 12 m and needs 3.' });
  });
});

it.each(['push-nine-v0', 'push-private-v0', 'push-grid-v0'])(
  'answers the same request in %s with the same words, whatever came between',
  async (name) => {
    const scenario = findScenario(name);
    const world = scenario.create({
      ...{ seed: 3, seats: 3, horizonTicks: 600, emit: () => 0 },
      options: scenario.options.parse({}),
    });
    const ask = (seat: number) =>
      exchange({ scenario, activation: { seat, observation: world.observe(seat), talk: openTalk() } });
    const first = await ask(1);
    const other = await ask(2);
    expect((await ask(1)).texts).toEqual(first.texts);
    expect(other.texts).not.toEqual(first.texts);
    expect(first.decision.problem).toBeUndefined();
    world.free();
  },
);

describe('chooses', () => {
  it('by its own view, when nobody talks', async () => {
    expect(await chosen({ observation: lineView(PAIR, NEAR) })).toBe('mark-0');
  });

  it('what it is asked to', async () => {
    expect(await chosen({ observation: lineView(NEAR, PAIR), inbox: [request('mark-1')] })).toBe('mark-1');
  });

  it('what it is asked to in free text, when it is the one who is named', async () => {
    const asked = (text: string) =>
      chosen({
        observation: lineView(NEAR, mark('mark-1', 9, 1)),
        inbox: [messageOf(4, { kind: 'text', text, task: null, work: true })],
      });
    expect(await asked('Hello! Agent 0: please take mark-1. Thank you.')).toBe('mark-1');
    expect(await asked('Agent 2: please take mark-1.')).toBe('mark-0');
  });

  it('the task of a teammate who lacks hands rather than its own', async () => {
    const inbox = [commit('mark-1')];
    expect(await chosen({ observation: lineView(NEAR, PAIR), inbox })).toBe('mark-1');
  });

  it('something else when enough others are at a task', async () => {
    const inbox = [commit('mark-0')];
    expect(await chosen({ observation: lineView(NEAR, mark('mark-2', 15, 1)), inbox })).toBe('mark-2');
  });

  it('nothing that a teammate says is done, unless it sees otherwise', async () => {
    const claim = { type: 'markAt', mark: 'mark-5', x: 4, required: 1 };
    const told = messageOf(3, { claims: [claim] });
    const far = lineView(mark('mark-2', 15, 1));
    expect(await chosen({ observation: far, inbox: [told] })).toBe('mark-5');
    const done = messageOf(4, { text: 'mark-5 is done.' });
    expect(await chosen({ observation: far, inbox: [told, done] })).toBe('mark-2');
    const wrong = messageOf(4, { text: 'mark-2 is done.' });
    expect(await chosen({ observation: far, inbox: [wrong] })).toBe('mark-2');
  });

  it('another task after it has failed, for a while', async () => {
    const observation = lineView(NEAR, mark('mark-2', 15, 1));
    const first = await exchange({ activation: { observation } });
    expect(first.decision.plan?.task).toBe('mark-0');
    const lastPlan: PlanEnd = { task: 'mark-0', status: 'failed', outcome: 'timeout', done: 0 };
    const { state } = first.decision;
    expect(await chosen({ observation, lastPlan, time: 6_000_000 }, { state })).toBe('mark-2');
    const later = await exchange({ activation: { observation, lastPlan, time: 6_000_000 }, state });
    const again = { observation, time: 17_000_000 };
    expect(await chosen(again, { state: later.decision.state })).toBe('mark-0');
  });

  it('to wait where it cannot make out the situation', async () => {
    const { decision } = await exchange({ activation: { observation: { fog: true } } });
    expect(decision.plan).toEqual({ task: null, actions: [{ type: 'idle', seconds: 1 }] });
  });
});

describe('on an interruption', () => {
  const busy = { purpose: 'interrupt', plan: PLAN, observation: lineView(NEAR, PAIR) } as const;

  it('goes on when the news change nothing', async () => {
    for (const news of [messageOf(4), commit('mark-1'), commit('mark-0'), request('mark-1')]) {
      expect((await exchange({ activation: { ...busy, inbox: [news] } })).decision.resume).toBe(true);
    }
  });

  it('turns to what it is asked to do', async () => {
    expect(await chosen({ ...busy, inbox: [request('mark-0')] })).toBe('mark-0');
  });

  it('turns to something else when its task is over', async () => {
    const far = { ...busy, observation: lineView(NEAR) };
    expect(await chosen({ ...far, inbox: [messageOf(4, { text: 'mark-1 is done.' })] })).toBe('mark-0');
  });

  it('leaves a task to enough others who took it first', async () => {
    const inbox = [commit('mark-1', 1, 4), commit('mark-1', 2, 5)];
    expect(await chosen({ ...busy, inbox })).toBe('mark-0');
  });
});

it('gives way to enough others who were at work before it gave its word', async () => {
  const talk = openTalk();
  const observation = lineView(NEAR, PAIR);
  const first = { observation, talk, purpose: 'speak', inbox: [commit('mark-1')] } as const;
  const { decision } = await exchange({ activation: first });
  expect(decision.messages?.[0]).toMatchObject({ kind: 'commit', task: 'mark-1' });
  const after = async (text: string): Promise<string | null | undefined> => {
    const inbox = [1, 2].map((from) => messageOf(6, { from, text }));
    const activation = { observation, talk, inbox };
    return (await exchange({ activation, state: decision.state })).decision.plan?.task;
  };
  expect(await after('I take mark-1.')).toBe('mark-1');
  expect(await after('I am at mark-1.')).toBe('mark-0');
});

describe('speaks', () => {
  const observation = lineView(NEAR, PAIR);
  const say = async (activation: Partial<Activation>, knobs = {}) =>
    (await exchange({ activation: { observation, ...activation }, knobs })).decision.messages ?? [];

  it('as leader: asks each for something and tells what it sees', async () => {
    const talk = openTalk({ roles: ['leader', 'follower', 'follower'] });
    const [message] = await say({ purpose: 'speak', talk });
    expect(message).toMatchObject({ to: [1, 2], kind: 'request' });
    expect(message?.text).toBe('Agent 1: please take mark-1. Agent 2: please take mark-1. I take mark-0.');
    expect(message?.claims).toHaveLength(2);
  });

  it('as one of many: says what it takes, with what others have taken in mind', async () => {
    const [message] = await say({ purpose: 'speak', talk: openTalk(), inbox: [commit('mark-1')] });
    expect(message).toMatchObject({ kind: 'commit', task: 'mark-1', text: 'I take mark-1.' });
  });

  it('accepts or refuses what it is asked to do', async () => {
    const asked = { purpose: 'reply', talk: openTalk(), inbox: [request('mark-1')] } as const;
    expect((await say(asked))[0]).toMatchObject({ kind: 'accept', task: 'mark-1' });
    expect((await say(asked, { compliance: 0 }))[0]).toMatchObject({ kind: 'refuse', task: 'mark-1' });
  });

  it('says that it is at what it works on', async () => {
    const [message] = await say({ purpose: 'speak', plan: PLAN, talk: openTalk() });
    expect(message).toMatchObject({ kind: 'commit', task: 'mark-1', text: 'I am at mark-1.' });
  });

  it('tells the same only once', async () => {
    const activation = { observation, purpose: 'speak', talk: openTalk() } as const;
    const first = await exchange({ activation });
    const second = await exchange({ activation, state: first.decision.state });
    expect(first.decision.messages?.[0]?.claims).toHaveLength(2);
    expect(second.decision.messages?.[0]?.claims).toEqual([]);
  });

  it('says claims in words where messages are free text, and stays within its budget', async () => {
    const free = { typed: false } as const;
    const [message] = await say({ purpose: 'speak', talk: openTalk(free) });
    expect(message).toEqual({
      to: [1, 2],
      text: 'I take mark-0. mark-0 is at 4 m and needs 1. mark-1 is at 9 m and needs 2.',
    });
    for (const most of [0, 3, 8, 20]) {
      const budget = { messages: null, tokens: null, bytes: null, tokensPerMessage: most };
      const messages = await say(
        { purpose: 'speak', talk: openTalk({ ...free, budget }) },
        { verbosity: 50 },
      );
      for (const { text } of messages) expect(countTokens(text)).toBeLessThanOrEqual(most);
      expect(messages).toHaveLength(most < 8 ? 0 : 1);
    }
  });

  it('reports what it has finished', async () => {
    const lastPlan: PlanEnd = { task: 'mark-7', status: 'success', outcome: 'success', done: 2 };
    const [message] = await say({ purpose: 'speak', talk: openTalk(), lastPlan });
    expect(message?.text).toBe('I take mark-0. mark-7 is done.');
  });
});

it('learns from claims what it does not see: more agents are waited for', async () => {
  const scenario = findScenario('push-private-v0');
  const world = scenario.create({
    ...{ seed: 1, seats: 3, horizonTicks: 6000, emit: () => 0 },
    options: scenario.options.parse({}),
  });
  const observation = world.observe(2);
  world.free();
  const unknown = (observation['blocks'] as { id: string; weight: number | null }[]).find(
    ({ weight }) => weight === null,
  );
  const task = `${unknown?.id}/left`;
  const told = (weight: number) =>
    exchange({
      scenario,
      activation: {
        ...{ seat: 2, observation },
        inbox: [request(task, { claims: [{ type: 'blockWeight', block: unknown?.id, weight }] })],
      },
    });
  for (const weight of [2, 3]) {
    const { decision } = await told(weight);
    expect(decision.plan?.actions[1]).toMatchObject({ type: 'rendezvous', count: weight });
  }
});

it('plans for a whole team at once: nobody too many, everybody where needed', async () => {
  const view = (seat: number, x: number) => ({
    ...{ seat, stage: 'R', plan: null, lastPlan: null },
    observation: { self: { x }, marks: [NEAR, PAIR] },
  });
  const { decision } = await exchange({
    activation: {
      commands: [1, 2],
      team: [view(0, 3), view(1, 8), view(2, 10)] as Activation['team'] & object,
    },
  });
  expect(decision.problem).toBeUndefined();
  expect(decision.plan?.task).toBe('mark-0');
  expect(decision.plans?.map(({ seat, task }) => [seat, task])).toEqual([
    [1, 'mark-1'],
    [2, 'mark-1'],
  ]);
});

describe('knobs', () => {
  const RUNS = 300;
  const asked = { observation: lineView(NEAR, PAIR), inbox: [request('mark-1')] };
  const share = async (happened: (seed: number) => Promise<boolean>): Promise<number> => {
    let count = 0;
    for (let seed = 1; seed <= RUNS; seed++) if (await happened(seed)) count += 1;
    return count / RUNS;
  };

  it.each([0, 0.3, 1])('compliance %f: how often it does what it is asked to', async (compliance) => {
    const knobs = { compliance };
    // A plan of one's own would be the nearer mark.
    const alone = { observation: lineView(NEAR, mark('mark-1', 9, 1)), inbox: [request('mark-1')] };
    const found = await share(async (seed) => (await chosen(alone, { knobs, seed })) === 'mark-1');
    expect(Math.abs(found - compliance)).toBeLessThan(0.08);
  });

  it.each([0, 0.4, 1])(
    'formatErrorRate %f: how often an answer is out of format',
    async (formatErrorRate) => {
      const broken = async (seed: number) =>
        (await exchange({ activation: asked, knobs: { formatErrorRate }, seed })).texts.length > 1;
      expect(Math.abs((await share(broken)) - formatErrorRate)).toBeLessThan(0.08);
    },
  );

  it('errs in format in several ways', async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const { texts, decision } = await exchange({ activation: asked, knobs: { formatErrorRate: 1 }, seed });
      expect(decision.problem).toBeDefined();
      kinds.add((texts[0] ?? '').slice(0, 9));
    }
    expect([...kinds].sort()).toEqual(['', 'I think w', '{"answer"', '{"thought']);
  });

  it.each([0, 0.4, 1])('wrongIdRate %f: how often a plan names what does not exist', async (wrongIdRate) => {
    const wrong = (seed: number) =>
      exchange({ activation: asked, knobs: { wrongIdRate }, seed }).then(({ decision }) => {
        const isWrong = decision.plan?.task === 'mark-999';
        expect(JSON.stringify(decision.plan?.actions).includes('mark-999')).toBe(isWrong);
        return isWrong;
      });
    expect(Math.abs((await share(wrong)) - wrongIdRate)).toBeLessThan(0.08);
  });

  it.each([
    [0, 'mark-1'],
    [1, 'mark-0'],
    [9, 'mark-0'],
  ])('staleness %i: what it was asked last', async (staleness, task) => {
    expect(await chosen(asked, { knobs: { staleness } })).toBe(task);
  });

  it('verbosity: so many more words', async () => {
    const words = async (verbosity: number) => {
      const { decision } = await exchange({
        activation: { observation: lineView(NEAR), purpose: 'speak', talk: openTalk() },
        knobs: { verbosity },
      });
      return decision.messages?.[0]?.text.split(' ').length ?? 0;
    };
    expect((await words(40)) - (await words(0))).toBe(40);
  });
});

it('says that it does not understand what is no prompt', async () => {
  const client = ruleBased(findScenario('push-nine-v0'));
  for (const parts of [[], ['Hello!'], ['<request>\nPurpose: dance\n</request>']]) {
    const reply = await client.ask({
      ...{ model: 'rule-based', options: {}, seed: 1, schema: null },
      messages: [{ role: 'user', parts }],
    });
    expect(reply).toMatchObject({ outcome: 'answered', text: 'I do not understand what is asked of me.' });
  }
});
