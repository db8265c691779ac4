import type { Activation, Decision } from '../contract/agent.js';
import type { MessageDecision } from '../contract/message.js';
import type { AnswerMessage, AnswerPlan } from './answers.js';
import type { MemoryMessage, MemoryPlan } from './memory/chat-memory.js';

/** What a seat has made up its mind to do, before it is remembered. */
export type Intention = Pick<Decision, 'plan' | 'plans' | 'messages' | 'resume' | 'problem'>;

/** Kinds of messages that somebody has to act on. */
const WORK: readonly string[] = ['text', 'request', 'propose', 'query'];

/** Messages of an answer as a decision carries them; an empty list is left out. */
export function sayMessages(messages: readonly AnswerMessage[] = []): Pick<Decision, 'messages'> {
  return messages.length === 0
    ? {}
    : { messages: messages.map((message): MessageDecision => ({ ...message })) };
}

/** A plan of an answer as a decision carries it. */
export const toPlan = ({ task, actions }: AnswerPlan): AnswerPlan => ({ task, actions });

/** What a seat remembers of its own words. */
export function ownMessages({ id, time }: Activation, { messages = [] }: Intention): MemoryMessage[] {
  return messages.map(({ to, text, kind = 'text', task = null, claims = [] }) => ({
    id,
    sent: time,
    from: null,
    to,
    kind,
    text,
    task,
    claims,
    work: WORK.includes(kind),
  }));
}

/** What a seat remembers of the plans it makes. */
export function ownPlans({ id, time, seat }: Activation, { plan, plans = [] }: Intention): MemoryPlan[] {
  return [...(plan === undefined ? [] : [{ seat, ...plan }]), ...plans].map((made) => ({
    id,
    made: time,
    seat: made.seat,
    task: made.task,
    actions: made.actions.map(({ type }) => type),
    end: null,
  }));
}
