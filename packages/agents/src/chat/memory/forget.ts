import type { EvictionReason } from '@quorum/events';
import type { Eviction } from '../../contract/agent.js';
import type { ChatOptions } from '../options.js';
import type { ChatMemory, MemoryMessage, MemoryPlan } from './chat-memory.js';

/** What is still remembered, and what is not any more. */
export interface Kept {
  readonly memory: ChatMemory;
  readonly evicted: readonly Eviction[];
}

/** Forgets messages that are older than they may get: those sent more than `ttlSeconds` ago, where `integration` is `ttl`. */
export function expire(memory: ChatMemory, now: number, { integration, ttlSeconds }: ChatOptions): Kept {
  if (integration !== 'ttl') return { memory, evicted: [] };
  const old = ({ sent }: MemoryMessage): boolean => now - sent > ttlSeconds * 1_000_000;
  return {
    memory: { ...memory, messages: memory.messages.filter((message) => !old(message)) },
    evicted: evictions('message', 'expired', memory.messages.filter(old)),
  };
}

/**
 * The messages that go beyond the budget of messages, oldest first: nothing for `append`; the oldest for all others,
 * with `priority` the oldest of those that are neither work nor about the own task before any that are.
 *
 * `summarise` empties memory down to half the budget at a time, so that not every message costs a call.
 *
 * @param task what the seat's current plan serves
 */
export function surplus(
  { messages }: ChatMemory,
  task: string | null,
  { integration, memoryMessages }: ChatOptions,
): readonly MemoryMessage[] {
  const count = messages.length - memoryMessages;
  if (integration === 'append' || count <= 0) return [];
  switch (integration) {
    case 'last-k':
    case 'ttl':
      return messages.slice(0, count);
    case 'summarise':
      return messages.slice(0, messages.length - Math.floor(memoryMessages / 2));
    case 'priority': {
      const matters = ({ work, task: about }: MemoryMessage): boolean =>
        work || (about !== null && about === task);
      const ordered = [...messages.filter((m) => !matters(m)), ...messages.filter(matters)];
      const first = new Set(ordered.slice(0, count));
      return messages.filter((message) => first.has(message));
    }
  }
}

/** Forgets these messages. */
export function drop(memory: ChatMemory, gone: readonly MemoryMessage[], reason: EvictionReason): Kept {
  return {
    memory: { ...memory, messages: memory.messages.filter((message) => !gone.includes(message)) },
    evicted: evictions('message', reason, gone),
  };
}

/** Forgets the oldest plans of each seat beyond the budget of plans. */
export function dropPlans(memory: ChatMemory, { memoryPlans }: ChatOptions): Kept {
  const newer = (plan: MemoryPlan, i: number): number =>
    memory.plans.slice(i + 1).filter(({ seat }) => seat === plan.seat).length;
  const gone = memory.plans.filter((plan, i) => newer(plan, i) >= memoryPlans);
  return {
    memory: { ...memory, plans: memory.plans.filter((plan) => !gone.includes(plan)) },
    evicted: evictions('plan', 'budget', gone),
  };
}

function evictions(
  what: Eviction['what'],
  reason: EvictionReason,
  gone: readonly { readonly id: number }[],
): Eviction[] {
  return gone.length === 0 ? [] : [{ what, reason, ids: [...new Set(gone.map(({ id }) => id))] }];
}
