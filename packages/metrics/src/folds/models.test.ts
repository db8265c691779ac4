import type { ModelOutcome } from '@quorum/events';
import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { models } from './models.js';

interface Call {
  readonly call?: number;
  readonly tokens?: readonly [number, number];
  readonly outcome?: ModelOutcome;
  readonly usageMissing?: boolean;
}

const called = ({
  call = 1,
  tokens = [0, 0],
  outcome = 'answered',
  usageMissing = false,
}: Call): TinyEvent => ({
  type: 'model.called',
  tick: 0,
  seat: 0,
  call,
  request: 'r',
  prompt: [],
  outcome,
  answer: outcome === 'answered' ? 'a' : null,
  inputTokens: tokens[0],
  outputTokens: tokens[1],
  reasoningTokens: 5,
  usageMissing,
});

it('adds up calls, tokens, repairs and format failures', () => {
  const log: TinyEvent[] = [
    called({ tokens: [900, 60] }),
    called({ tokens: [900, 10] }),
    called({ call: 2, tokens: [950, 20] }),
    { type: 'activation.ended', tick: 0, seat: 0, outcome: 'invalid', chargeMicros: 0, problem: 'no JSON' },
    { type: 'activation.ended', tick: 0, seat: 0, outcome: 'decided', chargeMicros: 0 },
  ];
  expect(resultOf(models, log)).toEqual({
    calls: 3,
    inputTokens: 2750,
    outputTokens: 90,
    reasoningTokens: 15,
    repairs: 1,
    formatFailures: 1,
    errors: 0,
    timeouts: 0,
    usageMissing: 0,
  });
});

it('tells errors, timeouts and unknown usage apart', () => {
  const log = [called({ outcome: 'error' }), called({ outcome: 'timeout' }), called({ usageMissing: true })];
  expect(resultOf(models, log)).toMatchObject({ calls: 3, errors: 1, timeouts: 1, usageMissing: 1 });
});
