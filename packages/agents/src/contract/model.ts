import type { JsonObject, ModelKind, ModelOutcome } from '@quorum/events';
import type { Scenario } from '@quorum/env';

/** One turn of a conversation with a model. Parts are joined by blank lines; repeated ones are logged once. */
export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly string[];
}

/** What an agent asks of its model. */
export interface ModelQuery {
  readonly messages: readonly ModelMessage[];
  /** JSON Schema that the answer has to meet, and a name for it; null for free text. */
  readonly schema: { readonly name: string; readonly schema: JsonObject } | null;
}

/** A query on its way to a model, with all that may decide the answer. */
export interface ModelRequest extends ModelQuery {
  /** `provider:model`, or `rule-based`. */
  readonly model: string;
  /** Temperature and the like, knobs of the stand-in. */
  readonly options: JsonObject;
  /** Derived from seed, repeat, seat, activation and call; for models that can be seeded. 0 to 2^31 - 1. */
  readonly seed: number;
}

/** Tokens as the provider counts them. */
export interface ProviderUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Tokens of hidden thinking, part of `outputTokens`. */
  readonly reasoningTokens: number;
}

/** What came of a request. A failure is an answer too: it is taped and shown as a status. */
export interface ModelReply {
  readonly outcome: ModelOutcome;
  /** Exactly what the model said; empty without an answer. */
  readonly text: string;
  /** Null when the provider reports none. */
  readonly usage: ProviderUsage | null;
  /** Host time of the successful try, milliseconds; 0 for stand-ins. */
  readonly latencyMs: number;
  /** What went wrong, without any secret; null with an answer. */
  readonly problem: string | null;
}

/** A model that can be asked. Rejects only when `signal` aborts. */
export interface ModelClient {
  ask(request: ModelRequest, signal?: AbortSignal): Promise<ModelReply>;
}

/** Finds the client of a model. */
export interface ModelProvider {
  /** @throws QuorumError `MODEL_UNAVAILABLE` when there is none, `UNKNOWN_NAME` for an unknown provider. */
  client(model: string, scenario: Scenario): ModelClient;
}

/** What an agent sees of its model. Calls of one activation are numbered, logged and taped in order. */
export interface ModelTool {
  /** @throws ModelFailure when the provider fails or the episode's budget is used up; agents let it pass. */
  ask(query: ModelQuery): Promise<ModelAnswer>;
}

/** A model's answer, as agents get it. */
export interface ModelAnswer {
  readonly text: string;
}

/** What thinks behind a model name. */
export function kindOfModel(model: string): ModelKind {
  return model === 'rule-based' ? 'stand-in' : 'llm';
}
