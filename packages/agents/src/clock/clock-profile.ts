/** What one activation used. */
export interface Usage {
  readonly modelCalls: number;
  /** Tokens by the pinned tokenizer, format repairs included, provider retries not. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Tokens of hidden thinking, as the provider reports them. */
  readonly reasoningTokens: number;
  /** Host time of the successful tries, milliseconds; recorded on the tape. */
  readonly latencyMs: number;
}

/** A frozen, versioned price of thinking in virtual time: the same for every model and host. */
export interface ClockProfile {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** For diagnosis only: its results depend on provider and host and are never ranked. */
  readonly diagnostic?: boolean;
  /** Virtual microseconds, a whole number, before `timeScale`. */
  chargeMicros(usage: Usage): number;
}

/** Thinking is free: the profile of silent scripted teams. */
export const zeroV1: ClockProfile = {
  name: 'zero-v1',
  summary: 'thinking takes no time',
  chargeMicros: () => 0,
};
