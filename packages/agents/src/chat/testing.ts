import type { Json, JsonObject } from '@quorum/events';
import { createRng } from '@quorum/env';
import type { Activation, Decision } from '../contract/agent.js';
import type { Message, TalkView } from '../contract/message.js';
import type { ModelQuery } from '../contract/model.js';
import { line } from '../testing/line-scenario.js';
import { chat } from './chat.js';
import { readSections } from './prompt-sections.js';

/** A seat's place in a structure, for a test: nobody to talk to unless told otherwise. */
export function talkOf(own: Partial<TalkView> = {}): TalkView {
  return {
    structure: 'individual',
    topology: 'none',
    protocol: 'independent',
    protocolSummary: 'every seat plans for itself, nobody talks',
    roles: ['member', 'member', 'member'],
    contacts: [],
    heardFrom: [],
    addressees: [],
    typed: true,
    addressing: 'any',
    budget: { messages: null, tokens: null, bytes: null, tokensPerMessage: null },
    ...own,
  };
}

/** Talk of a seat that may address both others. */
export const openTalk = (own: Partial<TalkView> = {}): TalkView =>
  talkOf({
    structure: 'decentralized',
    topology: 'full',
    protocol: 'free',
    protocolSummary: 'every seat plans for itself and may talk to its neighbours; messages interrupt',
    contacts: [1, 2],
    heardFrom: [1, 2],
    addressees: [1, 2],
    ...own,
  });

/** What a seat of the line sees. */
export const LINE_VIEW: JsonObject = {
  self: { x: 3 },
  marks: [{ id: 'mark-0', x: 7, required: 2, open: true }],
};

/** An activation of seat 0 on the line, for a test. */
export function activationOf(own: Partial<Activation> = {}): Activation {
  return {
    id: 10,
    seat: 0,
    purpose: 'plan',
    time: 5_000_000,
    observation: LINE_VIEW,
    inbox: [],
    plan: null,
    lastPlan: null,
    talk: talkOf(),
    remainingMicros: 40_000_000,
    notice: null,
    commands: [],
    ...own,
  };
}

/** A message of seat 1, for a test. */
export function messageOf(id: number, own: Partial<Message> = {}): Message {
  return {
    id,
    from: 1,
    kind: 'inform',
    text: `Message ${id}.`,
    task: null,
    claims: [],
    work: false,
    sent: id * 1_000_000,
    delivered: id * 1_000_000,
    ...own,
  };
}

/** A plan that the line allows. */
export const WALK = { task: 'mark-0', actions: [{ type: 'walk', to: 7 }] };

/** Lets a `chat` agent on the line decide; its model gives these answers in order and fails the test if it has none. */
export async function decide(
  answers: readonly unknown[],
  { activation = {}, options = {}, state }: Scene = {},
): Promise<Decided> {
  const left = answers.map((answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer)));
  const queries: ModelQuery[] = [];
  const agent = chat.create(line, chat.options.parse(options));
  const decision = await agent.decide(activationOf(activation), state ?? agent.init(0), {
    rng: createRng(1, 'test'),
    model: {
      ask: async (query) => {
        queries.push(query);
        const text = left.shift();
        if (text === undefined) throw new Error('The model was asked once too often.');
        return { text };
      },
    },
  });
  return { decision, queries, unasked: left.length };
}

/** What a test varies. */
export interface Scene {
  readonly activation?: Partial<Activation>;
  readonly options?: JsonObject;
  readonly state?: Json;
}

/** What came of it. */
export interface Decided {
  readonly decision: Decision;
  readonly queries: readonly ModelQuery[];
  /** Answers that the model was not asked for. */
  readonly unasked: number;
}

/** All of a query as one text. */
export const promptText = (query: ModelQuery | undefined): string =>
  (query?.messages ?? []).flatMap(({ parts }) => parts).join('\n\n');

/** Sections of a query's last user message. */
export const sectionsOf = (query: ModelQuery | undefined): Readonly<Record<string, string>> =>
  readSections((query?.messages.findLast(({ role }) => role === 'user')?.parts ?? []).join('\n\n'));
