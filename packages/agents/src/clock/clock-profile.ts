/** What one activation used. */
export interface Usage {
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A frozen, versioned price of thinking in virtual time: the same for every model and host. */
export interface ClockProfile {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Virtual microseconds, a whole number, before `timeScale`. */
  chargeMicros(usage: Usage): number;
}

/** Thinking is free: the profile of silent scripted teams. */
export const zeroV1: ClockProfile = {
  name: 'zero-v1',
  summary: 'thinking takes no time',
  chargeMicros: () => 0,
};
