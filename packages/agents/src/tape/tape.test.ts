import { MODEL_OUTCOMES, QuorumError, type EpisodeHeader } from '@quorum/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelReply } from '../contract/model.js';
import type { TapeEntry } from '../contract/tape.js';
import { openTape } from './open-tape.js';
import { parseTape } from './parse-tape.js';
import { tapeEpisode, tapeHead, tapeLine } from './tape-text.js';

const header = { scenario: 'push-nine-v0', seed: 7 } as EpisodeHeader;
const hash = (letter: string): string => letter.repeat(64);

function reply(text: string): ModelReply {
  return { outcome: 'answered', text, usage: null, latencyMs: 0, problem: null };
}

function entry(seat: number, activation: number, request: string, text: string, call = 1): TapeEntry {
  return { seat, activation, call, request: hash(request), reply: reply(text) };
}

const anyEntry = fc.record({
  seat: fc.nat(31),
  activation: fc.integer({ min: 1, max: 999 }),
  call: fc.integer({ min: 1, max: 3 }),
  request: fc.stringMatching(/^[0-9a-f]{64}$/),
  reply: fc.record({
    outcome: fc.constantFrom(...MODEL_OUTCOMES),
    text: fc.string({ unit: 'binary' }),
    usage: fc.option(fc.record({ inputTokens: fc.nat(), outputTokens: fc.nat(), reasoningTokens: fc.nat() })),
    latencyMs: fc.nat(100_000),
    problem: fc.option(fc.string()),
  }),
});
const anyTape = fc.uniqueArray(anyEntry, {
  selector: ({ seat, activation, call }) => `${seat} ${activation} ${call}`,
  maxLength: 6,
});
const write = (entries: readonly TapeEntry[]): string => tapeHead(header) + entries.map(tapeLine).join('');

function refusal(work: () => unknown): QuorumError {
  try {
    work();
  } catch (error) {
    if (QuorumError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

it('reads what was written', () => {
  fc.assert(
    fc.property(anyTape, (entries) => {
      expect(parseTape(write(entries), 'tape.jsonl')).toEqual({
        episode: tapeEpisode(header),
        entries,
        cut: false,
      });
    }),
  );
});

it('reads what stands before a cut, wherever it is', () => {
  fc.assert(
    fc.property(anyTape, fc.nat(), (entries, where) => {
      const text = write(entries);
      const at = where % text.length;
      const whole = text.slice(0, at).split('\n').length - 1;
      const tape = parseTape(text.slice(0, at), 'tape.jsonl');
      expect(tape.entries).toEqual(entries.slice(0, Math.max(0, whole - 1)));
      expect(tape.cut).toBe(whole === 0 || text[at - 1] !== '\n');
    }),
  );
});

it.each([
  ['not JSON', 'x\n', 'it is not JSON'],
  ['a missing field', '{"seat":0}\n', 'field `activation`'],
  [
    'an unknown outcome',
    tapeLine(entry(0, 2, 'a', '')).replace('answered', 'sulked'),
    'field `reply.outcome`',
  ],
  ['a call twice', tapeLine(entry(0, 1, 'b', '')), 'seat 0, activation 1, call 1 stands on it twice'],
])('names file and line of %s', (_, line, problem) => {
  const text = write([entry(0, 1, 'a', 'x')]) + line;
  const error = refusal(() => parseTape(text, 'run/tape.jsonl'));
  expect(error.code).toBe('LOG_CORRUPT');
  expect(error.message).toContain(`run/tape.jsonl, line 3: ${problem}`);
});

it('refuses the tape of another version', () => {
  const error = refusal(() => parseTape(tapeHead(header).replace('tape/1', 'tape/9'), 'tape.jsonl'));
  expect(error.message).toBe(
    'tape.jsonl, line 1: its format is "quorum-tape/9"; this version of Quorum reads "quorum-tape/1".',
  );
});

it('tells the tapes of two episodes apart', () => {
  expect(tapeHead(header)).not.toBe(tapeHead({ ...header, seed: 8 }));
});

const entries = [
  entry(0, 1, 'a', 'first'),
  entry(0, 2, 'b', 'second'),
  entry(0, 3, 'a', 'third'),
  entry(1, 1, 'a', 'other'),
];

it('finds an answer by its place, any number of times', () => {
  const tape = openTape(entries, { missing: 'refuse' });
  const key = { seat: 0, activation: 3, call: 1 };
  expect(tape.find(key, hash('a'))).toEqual(reply('third'));
  expect(tape.find(key, hash('a'))).toEqual(reply('third'));
});

it('refuses another request in the same place, and a place that was never recorded', () => {
  const tape = openTape(entries, { missing: 'refuse' });
  const changed = refusal(() => tape.find({ seat: 0, activation: 2, call: 1 }, hash('a')));
  expect([changed.code, changed.message]).toEqual([
    'TAPE_MISS',
    'The call 1 of activation 2 of seat 0 asks something else than the tape holds an answer to.',
  ]);
  const absent = refusal(() => tape.find({ seat: 1, activation: 1, call: 2 }, hash('a')));
  expect(absent.message).toBe('The call 2 of activation 1 of seat 1 is not on the tape.');
});

it('has missing answers asked live where that is wanted', () => {
  const tape = openTape(entries, { missing: 'ask' });
  expect(tape.find({ seat: 0, activation: 1, call: 1 }, hash('a'))).toEqual(reply('first'));
  expect(tape.find({ seat: 0, activation: 1, call: 1 }, hash('b'))).toBeNull();
  expect(tape.find({ seat: 5, activation: 1, call: 1 }, hash('a'))).toBeNull();
});

it('on another course finds answers by request and occurrence, each once, within the seat', () => {
  const tape = openTape(entries, { missing: 'ask', lookUp: 'request' });
  const find = (seat: number, activation: number, request: string) =>
    tape.find({ seat, activation, call: 1 }, hash(request))?.text ?? null;
  expect(find(0, 1, 'a')).toBe('first');
  expect(find(0, 2, 'a')).toBe('third');
  expect(find(0, 3, 'a')).toBeNull();
  expect(find(0, 4, 'b')).toBe('second');
  expect(find(1, 2, 'a')).toBe('other');
  expect(find(1, 3, 'b')).toBeNull();
});

it('on another course the order in which seats ask does not matter', () => {
  const ask = (seats: readonly number[]) => {
    const tape = openTape(entries, { missing: 'ask', lookUp: 'request' });
    const answers = seats.map((seat) => [seat, tape.find({ seat, activation: 9, call: 1 }, hash('a'))?.text]);
    return Object.fromEntries(answers) as Record<string, string>;
  };
  expect(ask([0, 1])).toEqual(ask([1, 0]));
});
