import type { EventDraft, QuorumEvent } from '@quorum/events';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { channelSpec, type ChannelSpec } from './channel-spec.js';
import { FRESH_GATE, noteForGate } from './gate-record.js';
import { isGateOpen } from './gate.js';

type Gate = ChannelSpec['gate'];

/** Seat 0 in a team of two, after these events, one per second. */
function isOpen(gate: Gate, drafts: readonly EventDraft[], now = drafts.length * 1_000_000): boolean {
  const record = drafts.reduce(
    (before, draft, i) =>
      noteForGate(before, { ...draft, seq: i, tick: 0, time: i * 1_000_000 } as QuorumEvent, 0),
    FRESH_GATE,
  );
  return isGateOpen(channelSpec.parse({ gate }), record, now);
}

const commits = (seat: number, task: string | null = 'a'): EventDraft => ({
  type: 'plan.committed',
  inputs: [],
  seat,
  task,
  actions: [],
  observation: 0,
});
const ends = (seat: number, status: 'success' | 'failed' | 'interrupted' = 'success'): EventDraft => ({
  type: 'plan.ended',
  inputs: [],
  seat,
  status,
  outcome: 'success',
  done: 0,
});
const says = (seat: number): EventDraft => ({
  type: 'message.sent',
  inputs: [],
  seat,
  to: [1 - seat],
  kind: 'text',
  text: '',
  task: null,
  claims: [],
  work: false,
  tokens: 0,
});
const refused: EventDraft = {
  type: 'message.refused',
  inputs: [],
  seat: 0,
  to: [1],
  reason: 'message_budget',
};
const starts = (...seats: number[]): EventDraft => ({
  type: 'attempt.started',
  inputs: [],
  task: 'a',
  required: 2,
  seats,
});
const changes = (...seats: number[]): EventDraft => ({
  type: 'attempt.changed',
  inputs: [],
  task: 'a',
  seats,
});
const stops = (task: string, ...seats: number[]): EventDraft => ({
  type: 'attempt.ended',
  inputs: [],
  task,
  seats,
  success: true,
  moved: 1,
});
const closes = (task: string): EventDraft => ({
  type: 'task.closed',
  inputs: [],
  task,
  outcome: 'completed',
});
const scores: EventDraft = {
  type: 'score.changed',
  inputs: [],
  task: 'a',
  points: 1,
  total: 1,
  max: 2,
  seats: [1],
};

it.each<[Gate, string, EventDraft[], boolean]>([
  ['always', 'the beginning', [], true],
  ['always', 'its message', [says(0)], true],

  ['plan-boundary', 'the beginning', [], true],
  ['plan-boundary', 'a plan of its own', [commits(0)], false],
  ['plan-boundary', 'a plan of another', [commits(1)], true],
  ['plan-boundary', 'the end of its plan', [commits(0), ends(0)], true],
  ['plan-boundary', 'a message without a plan', [says(0)], true],
  ['plan-boundary', 'a plan in place of another', [commits(0), ends(0, 'interrupted'), commits(0)], false],

  ['joint-action-boundary', 'the beginning', [], false],
  ['joint-action-boundary', 'beginning alone', [starts(0)], false],
  ['joint-action-boundary', 'beginning together', [starts(0, 1)], true],
  ['joint-action-boundary', 'being joined', [starts(0), changes(0, 1)], true],
  ['joint-action-boundary', 'joining', [starts(1), changes(0, 1)], true],
  ['joint-action-boundary', 'others beginning', [starts(1, 2)], false],
  ['joint-action-boundary', 'its message since', [starts(0, 1), says(0)], false],
  ['joint-action-boundary', 'a third one joining', [starts(0, 1), says(0), changes(0, 1, 2)], false],
  ['joint-action-boundary', 'being left alone', [starts(0, 1), says(0), changes(0)], true],
  ['joint-action-boundary', 'leaving', [starts(0, 1, 2), says(0), changes(1, 2)], true],
  ['joint-action-boundary', 'its end', [starts(0, 1), says(0), stops('a', 0, 1)], true],
  ['joint-action-boundary', 'the end of another', [starts(0, 1), says(0), stops('b', 1, 2)], false],
  ['joint-action-boundary', 'an end alone', [starts(0), stops('a', 0)], false],
  ['joint-action-boundary', 'an end after taking turns', [starts(0), changes(1), stops('a', 0, 1)], false],

  ['handoff-boundary', 'the beginning', [], false],
  ['handoff-boundary', 'a plan whose task is open', [commits(0), ends(0)], true],
  ['handoff-boundary', 'an interrupted plan', [commits(0), ends(0, 'interrupted')], true],
  ['handoff-boundary', 'a plan whose task was closed', [commits(0), closes('a'), ends(0)], false],
  ['handoff-boundary', 'a plan whose task was closed before', [closes('a'), commits(0), ends(0)], false],
  ['handoff-boundary', 'a plan for nothing', [commits(0, null), ends(0)], false],
  ['handoff-boundary', 'a plan of another', [commits(1), ends(1)], false],
  ['handoff-boundary', 'a task closed afterwards', [commits(0), ends(0), closes('a')], true],
  ['handoff-boundary', 'its message since', [commits(0), ends(0), says(0)], false],

  ['on-event', 'the beginning', [], false],
  ['on-event', 'points of another', [scores], true],
  ['on-event', 'a closed task', [closes('b')], true],
  ['on-event', 'its message since', [scores, says(0)], false],
  ['on-event', 'a message of another since', [scores, says(1)], true],
  ['on-event', 'a refused message since', [scores, refused], true],
  ['on-event', 'a failed plan', [commits(0), ends(0, 'failed')], false],

  ['on-failure', 'the beginning', [], false],
  ['on-failure', 'a failed plan', [commits(0), ends(0, 'failed')], true],
  ['on-failure', 'a plan that succeeded', [commits(0), ends(0)], false],
  ['on-failure', 'an interrupted plan', [commits(0), ends(0, 'interrupted')], false],
  ['on-failure', 'a failure of another', [commits(1), ends(1, 'failed')], false],
  ['on-failure', 'a success after it', [commits(0), ends(0, 'failed'), commits(0), ends(0)], true],
  ['on-failure', 'its message since', [commits(0), ends(0, 'failed'), says(0)], false],
])('%s after %s', (gate, _, drafts, open) => {
  expect(isOpen(gate, drafts)).toBe(open);
});

it('counts the interval in virtual time from the last message that was sent', () => {
  const interval = (drafts: EventDraft[], now: number) => isOpen('interval', drafts, now);
  expect(interval([], 0)).toBe(true);
  expect(interval([scores, says(0)], 10_999_999)).toBe(false);
  expect(interval([scores, says(0)], 11_000_000)).toBe(true);
  expect(interval([says(0), says(0)], 10_999_999)).toBe(false);
  expect(interval([says(1)], 1)).toBe(true);
});

const event = fc.constantFrom(
  ...[commits(0), ends(0), ends(0, 'failed'), starts(0, 1), changes(0), stops('a', 0, 1)],
  ...[closes('a'), closes('b'), scores, says(1), refused],
);

it('a gate that something opened stays open until the next message', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Gate>('joint-action-boundary', 'handoff-boundary', 'on-event', 'on-failure'),
      fc.array(event),
      fc.array(event),
      (gate, before, after) => {
        expect(isOpen(gate, [...before, says(0)])).toBe(false);
        if (isOpen(gate, before)) expect(isOpen(gate, [...before, ...after])).toBe(true);
      },
    ),
  );
});
