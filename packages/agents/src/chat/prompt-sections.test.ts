import { ACTION_OUTCOMES, MESSAGE_KINDS, PURPOSES, type Action } from '@quorum/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readMemory,
  readMessages,
  readPlan,
  readRequest,
  readSections,
  readTalk,
  renderMemory,
  renderMessage,
  renderPlan,
  renderRequest,
  renderTalk,
  section,
} from './prompt-sections.js';

/** Text of all kinds, with what could be taken for the format itself. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\n',
        '\u2028',
        '"',
        '\\',
        '</messages>',
        '<plan>',
        '\\<plan>',
        '- 1.0 s, from agent 1, text: "x"',
        'Summary of older messages: "no"',
        'You have no plan.',
      ),
    )
    .map((parts) => parts.join('')),
);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const seat = fc.nat(64);
const seats = fc.uniqueArray(seat, { maxLength: 5 });
const time = fc.nat(1_000_000).map((tenths) => tenths * 100_000);
const word = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
const typed = fc
  .tuple(word, fc.dictionary(word, fc.oneof(text, fc.integer(), fc.boolean())))
  .map(([type, rest]) => ({ ...rest, type }));
const outcome = fc.constantFrom(...ACTION_OUTCOMES);
const status = fc.constantFrom('success' as const, 'failed' as const, 'interrupted' as const);

const address = fc.oneof(
  seats,
  fc.constant('all' as const),
  fc.record({ role: text }),
  fc.record({ near: text, meters: fc.double({ min: 0.001, max: 1e6, noNaN: true }) }),
);
const content = {
  sent: time,
  kind: fc.constantFrom(...MESSAGE_KINDS),
  text,
  task: maybe(text),
  claims: fc.array(typed, { maxLength: 3 }),
  work: fc.boolean(),
};
const message = fc.oneof(
  fc.record({ ...content, from: seat, to: fc.constant(null) }),
  fc.record({ ...content, from: fc.constant(null), to: address }),
);
const plan = fc.record({
  plan: maybe(
    fc.record({
      task: maybe(text),
      actions: fc.array(typed as fc.Arbitrary<Action>, { minLength: 1, maxLength: 6 }),
      done: fc.nat(6),
    }),
  ),
  lastPlan: maybe(fc.record({ task: maybe(text), status, outcome, done: fc.nat(6) })),
});
const remembered = fc.record({
  made: time,
  seat,
  task: maybe(text),
  actions: fc.array(word, { minLength: 1, maxLength: 6 }),
  end: maybe(fc.record({ status, outcome, done: fc.nat(6) })),
});
const limit = maybe(fc.nat(10_000));
const talk = fc.record({
  seat,
  roles: fc.array(word, { minLength: 1, maxLength: 5 }),
  addressees: seats,
  typed: fc.boolean(),
  addressing: fc.constantFrom('any' as const, 'unicast' as const, 'multicast' as const, 'broadcast' as const),
  budget: fc.record({ messages: limit, tokens: limit, bytes: limit, tokensPerMessage: limit }),
});

describe('prompt sections are read as they were written', () => {
  it('sections, whatever their bodies say and whatever stands between them', () => {
    const bodies = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/), text);
    fc.assert(
      fc.property(bodies, (given) => {
        const parts = Object.entries(given).map(([name, body]) => section(name, body));
        expect({ ...readSections(['Words.', ...parts].join('\n\n')) }).toEqual({ ...given });
      }),
    );
  });

  it('messages of others and own ones', () => {
    fc.assert(
      fc.property(fc.array(message), (given) => {
        expect(readMessages(given.map(renderMessage).join('\n'))).toEqual(given);
      }),
    );
  });

  it('plans', () => {
    fc.assert(
      fc.property(plan, (given) => {
        expect(readPlan(renderPlan(given))).toEqual(given);
      }),
    );
  });

  it('memory', () => {
    const memory = fc.record({
      summary: maybe(text),
      messages: fc.array(message, { maxLength: 4 }),
      plans: fc.array(remembered, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(memory, (given) => {
        expect(readMemory(renderMemory(given))).toEqual(given);
      }),
    );
  });

  it('talk', () => {
    fc.assert(
      fc.property(talk, (given) => {
        expect(readTalk(renderTalk(given))).toEqual(given);
      }),
    );
  });

  it('requests', () => {
    const request = fc.record({ purpose: fc.constantFrom(...PURPOSES, 'summarise' as const), seats });
    fc.assert(
      fc.property(request, text, (given, words) => {
        expect(readRequest(renderRequest(given, words))).toEqual(given);
      }),
    );
    expect(readRequest('What now?')).toBeNull();
  });
});

it('messages read like sentences', () => {
  const common = { sent: 12_345_678, kind: 'request', text: 'Come to\nb3.', work: true } as const;
  expect(
    renderMessage({
      ...common,
      from: 2,
      to: null,
      task: 'b3.left',
      claims: [{ type: 'weight', block: 'b3', weight: 2 }],
    }),
  ).toMatchInlineSnapshot(
    `"- 12.3 s, from agent 2, request to act on, about "b3.left": "Come to\\nb3." claims [{"type":"weight","block":"b3","weight":2}]"`,
  );
  expect(renderMessage({ ...common, from: null, to: [0, 1], task: null, claims: [] })).toMatchInlineSnapshot(
    `"- 12.3 s, you to agents 0, 1, request to act on: "Come to\\nb3.""`,
  );
});
