import type { ClockProfile } from './clock-profile.js';

/** Virtual microseconds per model call: a connection and a queue. */
const CALL_MICROS = 500_000;
/** Per input token: 5,000 tokens a second. */
const INPUT_TOKEN_MICROS = 200;
/** Per output token, hidden or not: 50 tokens a second. */
const OUTPUT_TOKEN_MICROS = 20_000;

/**
 * Thinking costs what its words cost: per call, per token read, per token written, the same for every model, provider
 * and host. Frozen: another price is another profile.
 */
export const referenceV1: ClockProfile = {
  name: 'reference-v1',
  summary: '0.5 s per model call, 0.2 ms per token read, 20 ms per token written',
  chargeMicros: ({ modelCalls, inputTokens, outputTokens, reasoningTokens }) =>
    modelCalls * CALL_MICROS +
    inputTokens * INPUT_TOKEN_MICROS +
    (outputTokens + reasoningTokens) * OUTPUT_TOKEN_MICROS,
};
