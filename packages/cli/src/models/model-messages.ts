import type { ModelReply, ModelRequest } from '@quorum/agents';
import type { WorkerReply } from '../pool/worker-reply.js';

/** What a thread that plays an episode sends to the one that asks models. */
export type ToModels =
  | { readonly kind: 'ask'; readonly id: number; readonly request: ModelRequest }
  /** Nobody waits for this answer any more. */
  | { readonly kind: 'abort'; readonly id: number };

/** What it gets back. */
export interface FromModels {
  readonly id: number;
  readonly reply: WorkerReply<ModelReply>;
}
