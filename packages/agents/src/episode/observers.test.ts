import type { QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import type { Agent } from '../contract/agent.js';
import type { Observer } from '../contract/observer.js';
import { brief, playOut } from '../testing/play.js';

it('shows observers every event once, in log order', async () => {
  const seen: QuorumEvent[] = [];
  const { log } = await playOut(
    { team: ['greedy', 'random'], horizonSeconds: 5 },
    { observers: [{ name: 'eye', onEvent: (event) => (seen.push(event), []) }] },
  );
  expect(seen).toEqual(log.events);
});

it('applies at the next tick boundary what observers ask for, even in reaction to interventions', async () => {
  const parrot: Observer = {
    name: 'parrot',
    onEvent: ({ type, seq }) =>
      type === 'intervention.applied' || seq === 0 ? [{ kind: 'note', note: 'again', inputs: [seq] }] : [],
  };
  const { log } = await playOut({ team: ['random'], horizonSeconds: 0.1 }, { observers: [parrot] });
  const notes = log.events.filter((event) => event.type === 'intervention.applied');
  expect(notes.map(({ tick }) => tick)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(notes[1]).toMatchObject({ source: 'parrot', note: 'again', inputs: [notes[0]?.seq] });
});

it('does not wake a seat that is thinking', async () => {
  const alarm: Observer = {
    name: 'alarm',
    onEvent: ({ seq }) => (seq === 0 ? [{ kind: 'wake', seat: 0, note: '', inputs: [] }] : []),
  };
  const { log } = await playOut(
    { team: [async () => ({ state: null })], horizonSeconds: 0.5, charge: () => 100_000 },
    { observers: [alarm] },
  );
  expect(brief(log.events).filter((line) => line.includes('started') || line.includes('wake'))).toEqual([
    '0s #0 intervention.applied alarm wake 0',
    '0s #0 activation.started 0 plan',
  ]);
});

it('refuses to wake a seat that does not exist', async () => {
  const alarm: Observer = { name: 'a', onEvent: () => [{ kind: 'wake', seat: 9, note: '', inputs: [] }] };
  await expect(playOut({ team: ['random'] }, { observers: [alarm] })).rejects.toThrow('no seat 9');
});

it('tells a leader why it was woken when it speaks, and again when it plans', async () => {
  const doctor: Observer = {
    name: 'doctor',
    onEvent: (event) =>
      event.type === 'action.assigned' && event.tick === 0 && event.seat === 0
        ? [{ kind: 'wake', seat: 0, note: 'you are stuck', inputs: [event.seq] }]
        : [],
  };
  const told: unknown[] = [];
  const idle = { task: null, actions: [{ type: 'idle', seconds: 5 }] };
  const decide: Agent['decide'] = async ({ purpose, notice }) => {
    told.push([purpose, notice]);
    return purpose === 'speak' ? { state: null } : { state: null, plan: idle };
  };
  const silent: Agent['decide'] = async () => ({ state: null });
  await playOut(
    { team: [decide, silent], structure: 'centralized', horizonSeconds: 3 },
    { observers: [doctor] },
  );
  expect(told).toEqual([
    ['speak', null],
    ['plan', null],
    ['speak', 'you are stuck'],
    ['repair', 'you are stuck'],
  ]);
});
