import { describe, expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { activationAt, inboxOf, tokensBy, tokensOf, waitingFor } from './seat-at-time.js';

const started = (tick: number, seat = 0): TinyEvent => ({
  type: 'activation.started',
  ...{ tick, seat, purpose: 'plan' },
});
const ended = (tick: number, start: number, seat = 0): TinyEvent => ({
  type: 'activation.ended',
  ...{ tick, seat, outcome: 'decided', chargeMicros: 0, inputs: [start] },
});
const shown = (tick: number, inputs: number[]): TinyEvent => ({
  type: 'observation.shown',
  ...{ tick, seat: 0, parts: { self: 'h' }, inputs },
});
const called = (
  tick: number,
  start: number,
  [input, output, hidden]: [number, number, number],
): TinyEvent => ({
  type: 'model.called',
  ...{ tick, seat: 0, call: 1, request: '', prompt: [], outcome: 'answered', answer: null },
  ...{ inputTokens: input, outputTokens: output, reasoningTokens: hidden, usageMissing: false },
  inputs: [start],
});
const delivered = (tick: number, seat = 0, corrupted?: string): TinyEvent => ({
  type: 'message.delivered',
  ...{ tick, seat, from: 1, copy: 1, inputs: [0], ...(corrupted === undefined ? {} : { corrupted }) },
});

const model = tinyModel([
  {
    type: 'message.sent',
    ...{ tick: 0, seat: 1, to: [0], kind: 'inform', text: 'hello', task: null, claims: [], work: false },
    tokens: 1,
  },
  started(60), // 1
  shown(60, [1]),
  called(60, 1, [100, 10, 5]),
  delivered(90),
  delivered(90, 1),
  ended(120, 1), // 6
  { type: 'plan.committed', tick: 120, seat: 0, task: 'a', actions: [], observation: 2, inputs: [6] },
  started(120), // 8
  shown(120, [8, 4]),
  called(120, 8, [50, 1, 0]),
  called(120, 8, [60, 2, 0]),
  delivered(150, 0, 'h?ll?'), // 12
  started(180, 1),
]);
const startAt = (time: number, chosen?: number): number | undefined =>
  activationAt(model, 0, time, chosen)?.activation.started.seq;

describe('the call shown of a seat', () => {
  it('is the last that had begun', () => {
    expect([0, 1e6, 1.9e6, 2e6, 9e6].map((time) => startAt(time))).toEqual([undefined, 1, 1, 8, 8]);
    expect(activationAt(model, 0, 2e6)?.index).toBe(1);
    expect(activationAt(model, 7, 2e6)).toBeNull();
  });

  it('is the chosen one while the moment lies within it', () => {
    expect([1e6, 2e6, 2.1e6].map((time) => startAt(time, 1))).toEqual([1, 1, 8]);
    expect(startAt(1.5e6, 8)).toBe(1);
    expect(startAt(9e6, 8)).toBe(8);
    expect(startAt(2e6, 99)).toBe(8);
  });

  it('knows what it was shown, asked and decided', () => {
    const [first, second] = model.activations[0] ?? [];
    expect(first).toMatchObject({ shown: { seq: 2 }, ended: { seq: 6 }, decided: [7] });
    expect(second).toMatchObject({ shown: { seq: 9 }, ended: null, decided: [] });
    expect(second?.calls.map(({ seq }) => seq)).toEqual([10, 11]);
  });
});

describe('messages of a seat', () => {
  it('are shown with a call', () => {
    const [first, second] = model.activations[0] ?? [];
    expect(first && inboxOf(model, first)).toEqual([]);
    expect(second && inboxOf(model, second)).toEqual([
      { seq: 0, from: 1, time: 1.5e6, kind: 'inform', text: 'hello' },
    ]);
  });

  it('wait from their arrival until a call is shown them, as they arrived', () => {
    expect(
      [1e6, 1.5e6, 2e6, 2.5e6].map((time) => waitingFor(model, 0, time).map(({ text }) => text)),
    ).toEqual([[], ['hello'], [], ['h?ll?']]);
  });
});

it('counts tokens of a call and of all until a moment, hidden ones as output', () => {
  const [, second] = model.activations[0] ?? [];
  expect(second && tokensOf(second)).toEqual({ calls: 2, input: 110, output: 3 });
  expect([0, 1e6, 2e6].map((time) => tokensBy(model, 0, time))).toEqual([
    { calls: 0, input: 0, output: 0 },
    { calls: 1, input: 100, output: 15 },
    { calls: 3, input: 210, output: 18 },
  ]);
});
