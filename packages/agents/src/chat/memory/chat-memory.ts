import type { Json } from '@quorum/events';
import type { PromptMessage } from '../prompt/messages.js';
import type { RememberedPlan } from '../prompt/memory.js';

/** A message in memory. */
export interface MemoryMessage extends PromptMessage {
  /** Of a message received: its `id`. Of an own one: the `id` of the activation that sent it. */
  readonly id: number;
}

/** A plan in memory. */
export interface MemoryPlan extends RememberedPlan {
  /** `id` of the activation that made it. */
  readonly id: number;
}

/** All that a `chat` agent keeps between activations, as JSON. Everything is oldest first. */
export interface ChatMemory {
  /** Older messages in brief; only with `integration` `summarise`. */
  readonly summary: string | null;
  readonly messages: readonly MemoryMessage[];
  readonly plans: readonly MemoryPlan[];
}

/** What a seat remembers at the start. */
export const NO_MEMORY: ChatMemory = { summary: null, messages: [], plans: [] };

/** Memory as a decision carries it. */
export const memoryToState = (memory: ChatMemory): Json => memory as unknown as Json;

/** The inverse of `memoryToState`. */
export const stateToMemory = (state: Json): ChatMemory => state as unknown as ChatMemory;
