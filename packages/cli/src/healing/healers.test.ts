import { createHeader, type Intervention } from '@quorum/agents';
import { scenarios } from '@quorum/env';
import type { EventDraft, QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import { catalog } from '../system/catalog.js';
import { healers } from './healers.js';

const [scenario] = scenarios;
const SECOND = 1_000_000;

/** A request of agent 0 that reaches nobody, at a task that takes two: drafts with their second of virtual time. */
const ORPHAN: readonly [number, EventDraft][] = [
  [0, { type: 'task.opened', task: 'b1/left', body: 'b1', required: 2, value: 2, inputs: [] }],
  [0, { type: 'activation.started', seat: 0, purpose: 'speak', inputs: [] }],
  [1, { type: 'activation.ended', seat: 0, outcome: 'decided', chargeMicros: SECOND, inputs: [1] }],
  [
    1,
    {
      type: 'message.sent',
      seat: 0,
      to: [1, 2],
      kind: 'request',
      text: 'Agent 1: please take b1/left.',
      task: 'b1/left',
      claims: [],
      work: true,
      tokens: 9,
      inputs: [2],
    },
  ],
  [1, { type: 'message.lost', seat: 1, from: 0, reason: 'loss', inputs: [3] }],
  [1, { type: 'message.lost', seat: 2, from: 0, reason: 'loss', inputs: [3] }],
  [9, { type: 'world.hash', state: '', inputs: [] }],
];

/** What a policy does about the orphan. */
function treat(name: string, options = {}): Intervention[] {
  if (scenario === undefined) throw new Error('no scenario');
  const header = createHeader(
    {
      scenario: scenario.name,
      options: {},
      seed: 1,
      repeat: 1,
      team: ['random', 'random', 'random'],
      structure: 'individual',
      topology: { name: 'full' },
      protocol: { name: 'rounds' },
      clock: { mode: 'async', profile: 'zero-v1', timeScale: 1 },
      healing: { name, options },
    },
    catalog,
  );
  const observer = healers.find((healer) => healer.name === name)?.create(header, scenario);
  return ORPHAN.flatMap(([second, draft], seq) => {
    const event = { ...draft, seq, tick: second * 60, time: second * SECOND } as QuorumEvent;
    return [...(observer?.onEvent(event) ?? [])];
  });
}

const seatsOf = (interventions: readonly Intervention[]): unknown[] =>
  interventions.map((one) => ('seat' in one ? one.seat : null));

it('observe notes what is found, with its evidence, and wakes nobody', () => {
  expect(treat('observe')).toEqual([
    expect.objectContaining({ kind: 'note', note: expect.stringMatching(/^orphan: Agent 0/) as string }),
  ]);
});

it('annotate tells those concerned, once', () => {
  const told = treat('annotate');
  expect(seatsOf(told)).toEqual([0, 1, 2]);
  expect(told.every(({ kind, note }) => kind === 'wake' && note.includes('b1/left'))).toBe(true);
});

it('reroute hands the message on to somebody who was not shown it', () => {
  expect(treat('reroute')).toEqual([
    expect.objectContaining({
      kind: 'forward',
      seat: 1,
      message: expect.objectContaining({ id: 3, from: 0, text: 'Agent 1: please take b1/left.' }) as object,
    }),
  ]);
});

it('create tells everybody which tasks are open', () => {
  const told = treat('create');
  expect(seatsOf(told)).toEqual([0, 1, 2]);
  expect(told[0]?.note).toContain('open: b1/left');
});

it.each(['annotate', 'reroute', 'create'])('the controls wake as many as %s does', (like) => {
  const treated = treat(like);
  const nothing = treat('no-op', { like });
  expect(seatsOf(nothing)).toEqual(seatsOf(treated));
  expect(nothing.every(({ kind, note }) => kind === 'wake' && note === 'Carry on.')).toBe(true);
  const nudges = treat('random-nudge', { like });
  expect(nudges.length).toBe(treated.length);
  expect(nudges.every(({ note }) => note === 'Think of b1/left.')).toBe(true);
  expect(treat('random-nudge', { like })).toEqual(nudges);
});

it('matches its controls to annotate, unless told otherwise', () => {
  expect(treat('no-op')).toEqual(treat('no-op', { like: 'annotate' }));
});

it('acts on no more findings than it may', () => {
  expect(treat('annotate', { most: 0 })).toEqual([]);
});
