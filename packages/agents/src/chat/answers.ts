import { MESSAGE_KINDS, type Action, type Claim, type MessageKind } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import { z } from 'zod';
import type { Address, TalkView } from '../contract/message.js';

/** Most actions of a plan. */
const MAX_ACTIONS = 6;
/** Most messages of an answer. */
const MAX_MESSAGES = 4;
/** Most claims of a message. */
const MAX_CLAIMS = 16;

/** A message in an answer. `kind`, `task` and `claims` only where messages are typed. */
export interface AnswerMessage {
  readonly to: Address;
  readonly text: string;
  readonly kind?: MessageKind;
  readonly task?: string | null;
  readonly claims?: readonly Claim[];
}

/** A plan in an answer. */
export interface AnswerPlan {
  readonly task: string | null;
  /** 1 to 6. */
  readonly actions: readonly Action[];
}

interface Thoughtful {
  readonly thought: string;
}

/** To purposes `speak` and `reply`. */
export interface SpeakAnswer extends Thoughtful {
  readonly messages: readonly AnswerMessage[];
}

/** To purposes `plan` and `repair`. `messages` exactly where somebody may be addressed. */
export interface PlanAnswer extends Thoughtful, AnswerPlan {
  readonly messages?: readonly AnswerMessage[];
}

/** To purpose `interrupt`. `plan` is null to resume. */
export interface InterruptAnswer extends Thoughtful {
  readonly decision: 'resume' | 'replan';
  readonly plan: AnswerPlan | null;
  readonly messages?: readonly AnswerMessage[];
}

/** To a request to plan for several seats. */
export interface SoloAnswer extends Thoughtful {
  readonly plans: readonly (AnswerPlan & { readonly seat: number })[];
}

/** To a request for a summary of old messages. */
export interface SummaryAnswer {
  readonly summary: string;
}

/** What the form of messages depends on; null where nobody may be addressed. */
export type Speech = Pick<TalkView, 'typed' | 'addressing'> | null;

/** How a seat may speak in an activation. */
export function speechOf({
  addressees,
  typed,
  addressing,
}: Pick<TalkView, 'addressees' | 'typed' | 'addressing'>): Speech {
  return addressees.length === 0 ? null : { typed, addressing };
}

/** The schemas of a scenario's answers. Every field is required and nothing else is allowed. */
export interface AnswerSchemas {
  speak(speech: NonNullable<Speech>): z.ZodType<SpeakAnswer>;
  plan(speech: Speech): z.ZodType<PlanAnswer>;
  interrupt(speech: Speech): z.ZodType<InterruptAnswer>;
  solo(seats: readonly number[]): z.ZodType<SoloAnswer>;
  summary(): z.ZodType<SummaryAnswer>;
}

/** Building and compiling a schema takes longer than checking an answer: each one is built once. */
const known = new WeakMap<Scenario, AnswerSchemas>();

/** What answers in this scenario have to meet. */
export function answerSchemas(scenario: Scenario): AnswerSchemas {
  const schemas = known.get(scenario) ?? buildSchemas(scenario);
  known.set(scenario, schemas);
  return schemas;
}

function buildSchemas({ action, language }: Scenario): AnswerSchemas {
  const built = new Map<string, z.ZodType>();
  const once = <T>(build: () => z.ZodType, ...key: readonly unknown[]): z.ZodType<T> => {
    const name = JSON.stringify(key);
    const schema = built.get(name) ?? build();
    built.set(name, schema);
    return schema as z.ZodType<T>;
  };

  const thought = z.string().describe('what you think, briefly');
  const plan = {
    task: z.string().nullable().describe('id of the task that the plan serves, or null'),
    actions: z.array(action).min(1).max(MAX_ACTIONS).describe('in the order of execution'),
  };
  const messages = (speech: NonNullable<Speech>) =>
    z.array(messageSchema(speech, language.claim)).max(MAX_MESSAGES).describe('empty to say nothing');
  const optional = (speech: Speech) => (speech === null ? {} : { messages: messages(speech) });

  return {
    speak: (speech) => once(() => z.strictObject({ thought, messages: messages(speech) }), 'speak', speech),
    plan: (speech) => once(() => z.strictObject({ thought, ...plan, ...optional(speech) }), 'plan', speech),
    interrupt: (speech) =>
      once(() => interruptSchema({ thought, plan, ...optional(speech) }), 'interrupt', speech),
    solo: (seats) => once(() => soloSchema(thought, plan, seats), 'solo', seats),
    summary: () => once(() => z.strictObject({ summary: z.string().describe('a few sentences') }), 'summary'),
  };
}

function interruptSchema({
  thought,
  plan,
  ...messages
}: {
  readonly thought: z.ZodType<string>;
  readonly plan: z.ZodRawShape;
  readonly messages?: z.ZodType;
}): z.ZodType {
  return z
    .strictObject({
      thought,
      decision: z.enum(['resume', 'replan']),
      plan: z.strictObject(plan).nullable().describe('the new plan; null to resume'),
      ...messages,
    })
    .refine(({ decision, plan: given }) => decision === 'resume' || given !== null, {
      path: ['plan'],
      message: 'to replan, give the new plan',
    });
}

function soloSchema(thought: z.ZodType<string>, plan: z.ZodRawShape, seats: readonly number[]): z.ZodType {
  return z.strictObject({
    thought,
    plans: z
      .array(z.strictObject({ seat: z.literal([...seats]), ...plan }))
      .max(seats.length)
      .refine((plans) => new Set(plans.map(({ seat }) => seat)).size === plans.length, {
        message: 'at most one plan for each agent',
      })
      .describe('one plan for each agent'),
  });
}

function messageSchema({ typed, addressing }: NonNullable<Speech>, claim: z.ZodType<Claim>): z.ZodType {
  const to = addressSchema(addressing).describe('whom it is for');
  const text = z.string().min(1);
  return typed
    ? z.strictObject({
        to,
        kind: z.enum(MESSAGE_KINDS),
        task: z.string().nullable().describe('id of the task it is about, or null'),
        text,
        claims: z.array(claim).max(MAX_CLAIMS).describe('what the text states of the world, in exact terms'),
      })
    : z.strictObject({ to, text });
}

function addressSchema(addressing: TalkView['addressing']): z.ZodType<Address> {
  const list = z.array(z.int().min(0)).min(1);
  const all = z.literal('all');
  switch (addressing) {
    case 'broadcast':
      return all;
    case 'unicast':
      return list.max(1);
    case 'multicast':
      return list;
    case 'any':
      return z.union([
        list,
        all,
        z.strictObject({ role: z.string() }),
        z.strictObject({ near: z.string().describe('id of a body'), meters: z.number().positive() }),
      ]);
  }
}
