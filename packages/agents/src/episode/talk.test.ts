import type { JsonObject } from '@quorum/events';
import { expect, it } from 'vitest';
import type { Activation, Agent, Decision } from '../contract/agent.js';
import type { MessageDecision } from '../contract/message.js';
import { countTokens } from '../models/tokenizer.js';
import { openFloor } from '../testing/open-floor.js';
import { brief, playOut, type Play } from '../testing/play.js';

const idle = (seconds: number): Decision => ({
  state: null,
  plan: { task: null, actions: [{ type: 'idle', seconds }] },
});

/** Says something with its first plan; goes on when interrupted. */
const speaker =
  (...messages: MessageDecision[]): Agent['decide'] =>
  async ({ purpose, time }) => {
    if (purpose === 'interrupt') return { state: null, resume: true };
    return time === 0 ? { ...idle(5), messages } : idle(5);
  };

/** Keeps what it is shown. */
const listener =
  (seen: Activation[]): Agent['decide'] =>
  async (activation) => {
    seen.push(activation);
    return activation.purpose === 'interrupt' ? { state: null, resume: true } : idle(5);
  };

const talk = (
  channel: JsonObject = {},
): Pick<Play, 'topology' | 'protocol' | 'channel' | 'horizonSeconds'> => ({
  topology: { name: 'full' },
  protocol: openFloor,
  channel,
  horizonSeconds: 3,
});

const about = (events: Parameters<typeof brief>[0], pattern: RegExp): string[] =>
  brief(events).filter((text) => pattern.test(text));

it('carries a message: sent with the decision, delivered after the latency, shown to who is woken by it', async () => {
  const seen: Activation[] = [];
  const claim = { type: 'markAt', mark: 'mark-0', x: 99, required: 2 };
  const message: MessageDecision = {
    to: 'all',
    text: 'come',
    kind: 'request',
    task: 'mark-0',
    claims: [claim],
  };
  const { log } = await playOut({
    ...talk({ latencySeconds: 0.5 }),
    team: [speaker(message), listener(seen)],
    charge: () => 250_000,
  });
  expect(brief(log.events).slice(4)).toEqual([
    '0.25s #0 activation.ended 0 decided 250000',
    '0.25s #0 message.sent 0 to 1: come',
    '0.25s #0 message.claimJudged 0 claim 0 false',
    '0.25s #0 plan.committed 0 idle',
    '0.25s #0 activation.stage 0 W',
    '0.25s #0 activation.ended 1 decided 250000',
    '0.25s #0 plan.committed 1 idle',
    '0.25s #0 activation.stage 1 W',
    '0.25s #0 activation.stage 0 X',
    '0.25s #0 activation.stage 1 X',
    '0.25s #0 action.assigned 0 idle',
    '0.25s #0 action.assigned 1 idle',
    '0.75s #30 message.delivered 1 from 0',
    '0.75s #30 activation.started 1 interrupt',
    '0.75s #30 activation.stage 1 I',
    '1s #30 activation.ended 1 decided 250000',
    '1s #30 activation.stage 1 W',
    '1s #30 activation.stage 1 X',
    '3.5s #180 action.ended 0 idle episode_ended',
    '3.5s #180 action.ended 1 idle episode_ended',
    '3.5s #180 plan.ended 0 interrupted episode_ended 0',
    '3.5s #180 plan.ended 1 interrupted episode_ended 0',
    '3.5s #180 episode.ended horizon',
  ]);
  const find = (type: string, nth = 0) => log.events.filter((event) => event.type === type)[nth];
  const [sent, delivered] = [find('message.sent'), find('message.delivered')];
  expect(sent).toMatchObject({ kind: 'request', task: 'mark-0', claims: [claim], work: true });
  // One word, and the claim as JSON.
  expect(sent).toMatchObject({ tokens: countTokens(`come\n${JSON.stringify([claim])}`) });
  expect(sent?.inputs).toEqual([find('activation.ended')?.seq]);
  expect(delivered?.inputs).toEqual([sent?.seq]);
  expect(find('activation.started', 2)?.inputs).toEqual([delivered?.seq]);
  expect(find('observation.shown', 2)?.inputs).toEqual([find('activation.started', 2)?.seq, delivered?.seq]);
  expect(seen.map(({ inbox }) => inbox)).toEqual([
    [],
    [
      {
        id: sent?.seq,
        from: 0,
        kind: 'request',
        text: 'come',
        task: 'mark-0',
        claims: [claim],
        work: true,
        sent: 250_000,
        delivered: 750_000,
      },
    ],
  ]);
});

it('shows a message that needs no action with the next plan, and never again', async () => {
  const seen: Activation[] = [];
  const { log } = await playOut({
    ...talk(),
    horizonSeconds: 11,
    team: [speaker({ to: [1], text: 'hello', work: false }), listener(seen)],
  });
  expect(seen.map(({ time, inbox }) => [time, inbox.length])).toEqual([
    [0, 0],
    [5_000_000, 1],
    [10_000_000, 0],
  ]);
  expect(about(log.events, /message/)).toEqual([
    '0s #0 message.sent 0 to 1: hello',
    '0s #0 message.delivered 1 from 0',
  ]);
});

it('has delivered what takes no time before anybody reacts to it', async () => {
  const seen: Activation[] = [];
  await playOut({
    ...talk(),
    team: [
      async ({ time }) => ({ ...idle(9), ...(time === 0 ? { messages: [{ to: [1], text: 'go' }] } : {}) }),
      listener(seen),
    ],
    protocol: {
      ...openFloor,
      step(state, event, { graph }) {
        const { cause } = event;
        const call = (seat: number) => ({ seat, purpose: 'plan' as const, to: graph.out[seat] ?? [], cause });
        const turn = event.kind === 'unplanned' && event.seat === 0 ? [call(0)] : [];
        const next = event.kind === 'decided' && event.seat === 0 ? [call(1)] : [];
        return { state, activations: [...turn, ...next], timeouts: [] };
      },
    },
  });
  expect(seen.map(({ inbox }) => inbox.map(({ text }) => text))).toEqual([['go']]);
});

it.each<[string, MessageDecision['to'], JsonObject, string[]]>([
  ['to strangers', [2, 7], {}, ['0s #0 message.refused 0 to 2,7 outside_topology']],
  [
    'to strangers among others',
    [1, 2],
    {},
    ['0s #0 message.refused 0 to 2 outside_topology', '0s #0 message.sent 0 to 1: to be or not'],
  ],
  [
    'to a role',
    { role: 'member' },
    {},
    ['0s #0 message.refused 0 to 2 outside_topology', '0s #0 message.sent 0 to 1: to be or not'],
  ],
  [
    'to whom the channel cannot address',
    'all',
    { addressing: 'unicast' },
    ['0s #0 message.refused 0 to 1 addressing'],
  ],
  ['beyond the budget of messages', 'all', { messages: 0 }, ['0s #0 message.refused 0 to 1 message_budget']],
  ['beyond the budget of tokens', 'all', { tokens: 3 }, ['0s #0 message.refused 0 to 1 token_budget']],
  ['beyond the budget of bytes', 'all', { bytes: 11 }, ['0s #0 message.refused 0 to 1 byte_budget']],
  ['that are too long', 'all', { tokensPerMessage: 3 }, ['0s #0 message.refused 0 to 1 too_long']],
  ['through a closed gate', 'all', { gate: 'on-failure' }, ['0s #0 message.refused 0 to 1 gate_closed']],
])('refuses messages %s', async (_, to, channel, expected) => {
  const { log } = await playOut({
    ...talk(channel),
    topology: {
      name: 'custom',
      options: {
        edges: [
          [0, 1],
          [1, 2],
        ],
      },
    },
    team: [speaker({ to, text: 'to be or not', work: false }), speaker(), speaker()],
  });
  expect(about(log.events, /message\.(sent|refused)/)).toEqual(expected);
});

it('tells a seat whom it may address, what is left to say, and who is who', async () => {
  const seen: Activation[] = [];
  await playOut({
    ...talk({ messages: 3, tokensPerMessage: 50, windowSeconds: 4 }),
    horizonSeconds: 9,
    topology: { name: 'star' },
    team: [
      speaker({ to: [1], text: 'a', work: false }, { to: [2], text: 'b', work: false }),
      listener(seen),
      async (activation) => (seen.push(activation), idle(3)),
    ],
  });
  const [first, second] = seen;
  expect(first?.talk).toEqual({
    structure: 'individual',
    topology: 'star',
    protocol: 'open-floor',
    protocolSummary: openFloor.summary,
    roles: ['leader', 'member', 'member'],
    contacts: [0],
    heardFrom: [0],
    addressees: [0],
    typed: true,
    addressing: 'any',
    budget: { messages: 3, tokens: null, bytes: null, tokensPerMessage: 50 },
  });
  expect(second?.talk.contacts).toEqual([0]);
});

it('counts budgets in windows of body time', async () => {
  const left: unknown[] = [];
  const decide: Agent['decide'] = async ({ talk: { budget } }) => {
    left.push(budget.messages);
    return { ...idle(0.5), messages: [{ to: [1], text: 'x', work: false }] };
  };
  const { log } = await playOut({
    ...talk({ messages: 2, windowSeconds: 1.2 }),
    horizonSeconds: 2.4,
    team: [decide, async () => idle(9)],
    charge: () => 3_000_000,
  });
  expect(left).toEqual([2, 1, 0, 2, 1]);
  expect(about(log.events, /refused/)).toEqual(['10s #60 message.refused 0 to 1 message_budget']);
});

it('lets nobody see a word where the content is withheld; all else happens', async () => {
  const seen: Activation[] = [];
  const { log } = await playOut({
    ...talk(),
    communication: 'silent-matched',
    team: [speaker({ to: 'all', text: 'come', kind: 'request' }), listener(seen)],
  });
  expect(about(log.events, /message|started . interrupt/)).toEqual([
    '0s #0 message.sent 0 to 1: come',
    '0s #0 message.delivered 1 from 0',
    '0s #0 activation.started 1 interrupt',
  ]);
  expect(seen.flatMap(({ inbox }) => inbox)).toEqual([]);
});

it('carries nothing but text on a free channel', async () => {
  const seen: Activation[] = [];
  const claims = [{ type: 'markAt', mark: 'mark-0', x: 1, required: 1 }];
  const { log } = await playOut({
    ...talk({ form: 'free' }),
    team: [speaker({ to: 'all', text: 'come', kind: 'inform', claims, work: true }), listener(seen)],
  });
  expect(log.events.find(({ type }) => type === 'message.sent')).toMatchObject({ kind: 'text', claims: [] });
  expect(about(log.events, /claim/)).toEqual([]);
  expect(seen.at(-1)).toMatchObject({
    talk: { typed: false },
    inbox: [{ kind: 'text', claims: [], work: true }],
  });
});

it('makes an invalid decision of a claim that the scenario does not know', async () => {
  const claims = [{ type: 'markAt', mark: 'nowhere', x: 1, required: 1 }];
  const { log } = await playOut({
    ...talk(),
    team: [speaker({ to: 'all', text: 'come', claims }), speaker()],
  });
  const ended = log.events.find(({ type }) => type === 'activation.ended');
  expect(ended).toMatchObject({ outcome: 'invalid' });
  expect(ended).toHaveProperty('problem', expect.stringMatching(/^messages\.0\.claims\.0\.mark: /));
});

it('loses, doubles and garbles messages', async () => {
  const seen: Activation[] = [];
  const claims = [{ type: 'markAt', mark: 'mark-0', x: 1, required: 1 }];
  const message: MessageDecision = { to: [1], text: 'come here', claims };
  const lossy = await playOut({ ...talk({ loss: 1 }), team: [speaker(message), listener([])] });
  expect(about(lossy.log.events, /message\.[^c]/)).toEqual([
    '0s #0 message.sent 0 to 1: come here',
    '0s #0 message.lost 1 from 0 loss',
  ]);
  const { log } = await playOut({
    ...talk({ duplication: 1, corruption: 1 }),
    team: [speaker(message), listener(seen)],
  });
  expect(about(log.events, /delivered/)).toEqual([
    '0s #0 message.delivered 1 from 0',
    '0s #0 message.delivered 1 from 0 copy 2',
  ]);
  const { inbox } = seen.at(-1) ?? { inbox: [] };
  expect(inbox).toHaveLength(2);
  for (const { text, claims: heard } of inbox) {
    expect(text).not.toBe('come here');
    expect(heard).toEqual([]);
  }
});

it('ends at the deadline in the middle of talking', async () => {
  const { outcome, log } = await playOut({
    ...talk(),
    deadlineSeconds: 1.05,
    charge: () => 100_000,
    team: [
      async () => ({ ...idle(5), messages: [{ to: 'all', text: 'you!' }] }),
      async () => ({ ...idle(5), messages: [{ to: 'all', text: 'no, you!' }] }),
    ],
  });
  expect(outcome).toMatchObject({ status: 'deadline', ticks: 0, timeMicros: 1_050_000 });
  expect(about(log.events, /sent/)).toHaveLength(20);
});

it('reports talk without end at one instant instead of going on for ever', async () => {
  const decide: Agent['decide'] = async () => ({ ...idle(5), messages: [{ to: 'all', text: 'you!' }] });
  await expect(playOut({ ...talk(), team: [decide, decide] })).rejects.toMatchObject({
    code: 'INTERNAL',
    message: /'open-floor' keeps the team thinking for ever/,
  });
  const { outcome } = await playOut({ ...talk({ messages: 5 }), team: [decide, decide] });
  expect(outcome.status).toBe('horizon');
});

it('reports a protocol that lets seats address whom the topology does not connect', async () => {
  const protocol = {
    ...openFloor,
    step: (...[state, event]: Parameters<typeof openFloor.step>) => ({
      state,
      activations:
        event.kind === 'unplanned' ? [{ seat: 0, purpose: 'plan' as const, to: [1], cause: [] }] : [],
      timeouts: [],
    }),
  };
  const play = playOut({ team: [speaker(), speaker()], protocol });
  await expect(play).rejects.toMatchObject({
    code: 'INTERNAL',
    message: "Protocol 'open-floor' lets seat 0 address seat 1, which the topology does not connect.",
  });
});
