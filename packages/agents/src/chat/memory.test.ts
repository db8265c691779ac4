import { describe, expect, it } from 'vitest';
import type { Json } from '@quorum/events';
import { readMemory } from './prompt-sections.js';
import { decide, messageOf, openTalk, sectionsOf, WALK, type Scene } from './testing.js';

const plan = { thought: '', ...WALK };
const ids = (state: Json): number[] =>
  (state as { messages: readonly { id: number }[] }).messages.map(({ id }) => id);
const hear = (count: number, options: Scene['options'] = {}, scene: Omit<Scene, 'options'> = {}) => {
  const inbox = Array.from({ length: count }, (_, i) => messageOf(i + 1));
  return decide([plan], { ...scene, options, activation: { inbox, ...scene.activation } });
};

describe('messages', () => {
  it('are shown once as new, then from memory', async () => {
    const first = await hear(2);
    expect(sectionsOf(first.queries[0])['messages']).toContain('Message 2.');
    expect(sectionsOf(first.queries[0])['memory']).toBe('Nothing yet.');
    const second = await decide([plan], { state: first.decision.state });
    expect(sectionsOf(second.queries[0])['messages']).toBe('No new messages.');
    expect(readMemory(sectionsOf(second.queries[0])['memory'] ?? '').messages).toMatchObject([
      { from: 1, text: 'Message 1.' },
      { from: 1, text: 'Message 2.' },
    ]);
  });

  it('of its own are remembered too, and count', async () => {
    const says = { to: 'all', kind: 'request', task: null, text: 'Come.', claims: [] };
    const { decision } = await decide([{ ...plan, messages: [says, says] }], {
      activation: { talk: openTalk(), inbox: [messageOf(1)] },
      options: { memoryMessages: 2 },
    });
    expect(decision.state).toMatchObject({
      messages: [
        { from: null, to: 'all', text: 'Come.', work: true, sent: 5_000_000 },
        { from: null, to: 'all', text: 'Come.' },
      ],
    });
    expect(decision.evicted).toEqual([{ what: 'message', reason: 'budget', ids: [1] }]);
  });

  it('that come twice are remembered once', async () => {
    const { decision } = await decide([plan], { activation: { inbox: [messageOf(1), messageOf(1)] } });
    expect(ids(decision.state)).toEqual([1]);
  });
});

describe('integration', () => {
  it('append forgets nothing', async () => {
    const { decision } = await hear(5, { integration: 'append', memoryMessages: 2 });
    expect(ids(decision.state)).toEqual([1, 2, 3, 4, 5]);
    expect(decision.evicted).toEqual([]);
  });

  it('last-k keeps the latest', async () => {
    const { decision } = await hear(5, { integration: 'last-k', memoryMessages: 2 });
    expect(ids(decision.state)).toEqual([4, 5]);
    expect(decision.evicted).toEqual([{ what: 'message', reason: 'budget', ids: [1, 2, 3] }]);
  });

  it('without any budget messages are seen once', async () => {
    const { decision, queries } = await hear(1, { memoryMessages: 0 });
    expect(sectionsOf(queries[0])['messages']).toContain('Message 1.');
    expect(ids(decision.state)).toEqual([]);
  });

  it('priority keeps work and what is about the own task', async () => {
    const inbox = [
      messageOf(1, { work: true }),
      messageOf(2, { task: 'mark-0' }),
      messageOf(3, { task: 'mark-9' }),
      messageOf(4),
      messageOf(5),
    ];
    const remember = (memoryMessages: number) =>
      decide([plan], { activation: { inbox }, options: { integration: 'priority', memoryMessages } });
    const three = await remember(3);
    expect(ids(three.decision.state)).toEqual([1, 2, 5]);
    expect(three.decision.evicted).toEqual([{ what: 'message', reason: 'budget', ids: [3, 4] }]);
    expect(ids((await remember(1)).decision.state)).toEqual([2]);
  });

  it('ttl forgets what was sent too long ago, and still keeps to the budget', async () => {
    const options = { integration: 'ttl', ttlSeconds: 2, memoryMessages: 3 };
    const { decision } = await hear(4, options);
    expect(ids(decision.state)).toEqual([2, 3, 4]);
    const later = await decide([plan], { options, state: decision.state, activation: { time: 4_000_001 } });
    expect(later.decision.evicted).toEqual([{ what: 'message', reason: 'expired', ids: [2] }]);
    expect(readMemory(sectionsOf(later.queries[0])['memory'] ?? '').messages).toHaveLength(2);
    const atOnce = await decide([plan], { options, state: decision.state, activation: { time: 4_000_000 } });
    expect(atOnce.decision.evicted).toEqual([]);
  });

  it('summarise condenses all but half a budget in one further call', async () => {
    const options = { integration: 'summarise', memoryMessages: 4 };
    const inbox = Array.from({ length: 5 }, (_, i) => messageOf(i + 1));
    const { decision, queries } = await decide([plan, { summary: 'All is well.' }], {
      options,
      activation: { inbox },
    });
    expect(queries).toHaveLength(2);
    const asked = sectionsOf(queries[1]);
    expect(asked['request']).toContain('Purpose: summarise');
    expect(readMemory(asked['memory'] ?? '').messages.map(({ text }) => text)).toEqual([
      'Message 1.',
      'Message 2.',
      'Message 3.',
    ]);
    expect(ids(decision.state)).toEqual([4, 5]);
    expect(decision.evicted).toEqual([{ what: 'message', reason: 'summarised', ids: [1, 2, 3] }]);
    const next = await decide([plan], { options, state: decision.state });
    expect(readMemory(sectionsOf(next.queries[0])['memory'] ?? '').summary).toBe('All is well.');
  });

  it('a summary that fails leaves the old one, and the messages are forgotten without', async () => {
    const { decision } = await decide([plan, 'no', 'no'], {
      options: { integration: 'summarise', memoryMessages: 1 },
      activation: { inbox: [messageOf(1), messageOf(2)] },
      state: { summary: 'Old.', messages: [], plans: [] },
    });
    expect(decision.state).toMatchObject({ summary: 'Old.', messages: [] });
    expect(decision.evicted).toEqual([{ what: 'message', reason: 'budget', ids: [1, 2] }]);
    expect(decision.problem).toBeUndefined();
  });
});

describe('own plans', () => {
  it('are remembered with their ends, within a budget of their own', async () => {
    const options = { memoryPlans: 1, memoryMessages: 0 };
    const first = await decide([plan], { options });
    expect(first.decision.state).toMatchObject({ plans: [{ id: 10, task: 'mark-0', end: null }] });
    const second = await decide([{ thought: '', task: null, actions: WALK.actions }], {
      options,
      state: first.decision.state,
      activation: {
        id: 20,
        time: 9_000_000,
        lastPlan: { task: 'mark-0', status: 'failed', outcome: 'timeout', done: 0 },
      },
    });
    expect(readMemory(sectionsOf(second.queries[0])['memory'] ?? '').plans).toEqual([
      {
        made: 5_000_000,
        seat: 0,
        task: 'mark-0',
        actions: ['walk'],
        end: { status: 'failed', outcome: 'timeout', done: 0 },
      },
    ]);
    expect(second.decision.evicted).toEqual([{ what: 'plan', reason: 'budget', ids: [10] }]);
    expect(second.decision.state).toMatchObject({ plans: [{ id: 20, task: null, end: null }] });
  });

  it('that are replaced end with that', async () => {
    const first = await decide([plan]);
    const { decision } = await decide([{ thought: '', decision: 'replan', plan: WALK }], {
      state: first.decision.state,
      activation: { id: 20, purpose: 'interrupt', plan: { ...WALK, done: 1 } },
    });
    expect(decision.state).toMatchObject({
      plans: [
        { id: 10, end: { status: 'interrupted', outcome: 'replaced', done: 1 } },
        { id: 20, end: null },
      ],
    });
  });
});
