import { expect, it } from 'vitest';
import type { Agent, Decision } from '../contract/agent.js';
import type { Observer } from '../contract/observer.js';
import { interrupting } from '../testing/interrupting.js';
import { brief, playOut } from '../testing/play.js';

const broken: readonly [string, unknown, RegExp][] = [
  ['no decision', undefined, /^decision: /],
  ['a missing state', {}, /^state: /],
  ['a state that is not JSON', { state: { at: undefined } }, /^state/],
  ['an unknown field', { state: null, paln: 1 }, /paln/],
  ['a plan without actions', { state: null, plan: { task: null, actions: [] } }, /^plan\.actions: /],
  [
    'an action of another scenario',
    { state: null, plan: { task: null, actions: [{ type: 'fly' }] } },
    /^plan\.actions\.0/,
  ],
  [
    'a plan and a resumption',
    { state: null, plan: { task: null, actions: [{ type: 'idle', seconds: 1 }] }, resume: true },
    /new plan/,
  ],
  ['a message to nobody', { state: null, messages: [{ to: [], text: 'hm' }] }, /^messages\.0\.to: /],
];

it.each(broken)('makes a seat wait that decides with %s', async (_, decision, problem) => {
  const { log } = await playOut({ team: [async () => decision as Decision], horizonSeconds: 0.5 });
  const ended = log.events.find((event) => event.type === 'activation.ended');
  expect(ended).toMatchObject({ outcome: 'invalid' });
  expect(ended?.problem).toMatch(problem);
  expect(brief(log.events)).toContain('0s #0 plan.committed 0 idle');
});

it.each<Decision>([{ state: null }, { state: null, resume: true }])(
  'makes a seat wait that has nothing to do: %j',
  async (decision) => {
    const { log } = await playOut({ team: [async () => decision], horizonSeconds: 1.5 });
    const lines = brief(log.events);
    expect(lines).toContain('0s #0 activation.ended 0 decided 0');
    expect(lines).toContain('0s #0 plan.committed 0 idle');
    expect(lines).toContain('1s #60 activation.started 0 plan');
  },
);

it.each([{} as Decision, { state: null, problem: 'twice no JSON' }])(
  'keeps the plan of an interrupted seat whose decision is broken: %j',
  async (brokenDecision) => {
    const alarm: Observer = {
      name: 'alarm',
      onEvent: ({ type, seq }) =>
        type === 'action.assigned' ? [{ kind: 'wake', seat: 0, note: '', inputs: [seq] }] : [],
    };
    const decide: Agent['decide'] = async ({ purpose }) =>
      purpose === 'plan'
        ? { state: null, plan: { task: null, actions: [{ type: 'idle', seconds: 9 }] } }
        : brokenDecision;
    const { log } = await playOut(
      { team: [decide], protocol: interrupting, horizonSeconds: 0.5 },
      { observers: [alarm] },
    );
    expect(brief(log.events).slice(-8)).toEqual([
      '0.016666s #1 activation.started 0 interrupt',
      '0.016666s #1 activation.stage 0 I',
      '0.016666s #1 activation.ended 0 invalid 0',
      '0.016666s #1 activation.stage 0 W',
      '0.016666s #1 activation.stage 0 X',
      '0.5s #30 action.ended 0 idle episode_ended',
      '0.5s #30 plan.ended 0 interrupted episode_ended 0',
      '0.5s #30 episode.ended horizon',
    ]);
  },
);

it('replaces the plan of an interrupted seat that has a new one', async () => {
  const alarm: Observer = {
    name: 'alarm',
    onEvent: ({ type, seq, tick }) =>
      type === 'action.assigned' && tick === 0 ? [{ kind: 'wake', seat: 0, note: '', inputs: [seq] }] : [],
  };
  const { log } = await playOut(
    {
      team: [async () => ({ state: null, plan: { task: null, actions: [{ type: 'idle', seconds: 9 }] } })],
      protocol: interrupting,
      horizonSeconds: 0.5,
    },
    { observers: [alarm] },
  );
  expect(brief(log.events).slice(8, 17)).toEqual([
    '0.016666s #1 activation.started 0 interrupt',
    '0.016666s #1 activation.stage 0 I',
    '0.016666s #1 activation.ended 0 decided 0',
    '0.016666s #1 plan.ended 0 interrupted replaced 0',
    '0.016666s #1 plan.committed 0 idle',
    '0.016666s #1 activation.stage 0 W',
    '0.016666s #1 activation.stage 0 X',
    '0.016666s #1 action.ended 0 idle replaced',
    '0.016666s #1 action.assigned 0 idle',
  ]);
});

it.each([{ state: null }, { state: null, resume: true }, {} as Decision])(
  'makes a seat that has to repair its plan wait when it has no other: %j',
  async (decision) => {
    const alarm: Observer = {
      name: 'alarm',
      onEvent: ({ type, seq, tick }) =>
        type === 'action.assigned' && tick === 0
          ? [{ kind: 'wake', seat: 0, note: 'stuck', inputs: [seq] }]
          : [],
    };
    const decide: Agent['decide'] = async ({ purpose }) =>
      purpose === 'plan'
        ? { state: null, plan: { task: 'task-0', actions: [{ type: 'walk', to: 9 }] } }
        : decision;
    const { log } = await playOut({ team: [decide], horizonSeconds: 0.5 }, { observers: [alarm] });
    const lines = brief(log.events);
    expect(lines).toContain('0.016666s #1 activation.started 0 repair');
    expect(lines).toContain('0.016666s #1 plan.ended 0 interrupted replaced 0');
    expect(lines).toContain('0.016666s #1 plan.committed 0 idle');
  },
);

it('refuses messages that the structure does not carry', async () => {
  const decide: Agent['decide'] = async () => ({ state: null, messages: [{ to: [1, 7], text: 'hello' }] });
  const { log } = await playOut({ team: [decide, 'random'], horizonSeconds: 0.5 });
  expect(brief(log.events)).toContain('0s #0 message.refused 0 to 1,7 outside_topology');
});

it('gives an agent its memory back, and how its last plan ended', async () => {
  const seen: unknown[] = [];
  const decide: Agent['decide'] = async ({ lastPlan }, state) => {
    seen.push(state, lastPlan);
    return {
      state: state === 'fresh' ? null : 'old',
      plan: {
        task: 'task-0',
        actions: [
          { type: 'idle', seconds: 0.1 },
          { type: 'walk', to: 99 },
        ],
      },
    };
  };
  await playOut({ team: [decide], horizonSeconds: 0.3 });
  const failed = { task: 'task-0', status: 'failed', outcome: 'invalid_target', done: 1 };
  expect(seen).toEqual(['fresh', null, null, failed, 'old', failed]);
});

it('leaves a plan aside where only words were asked for', async () => {
  const eager: Agent['decide'] = async () => ({
    state: null,
    plan: { task: null, actions: [{ type: 'idle', seconds: 9 }] },
  });
  const { log } = await playOut({ team: [eager, eager], structure: 'centralized', horizonSeconds: 1 });
  expect(brief(log.events).filter((line) => /started|committed/.test(line))).toEqual([
    '0s #0 activation.started 0 speak',
    '0s #0 activation.started 0 plan',
    '0s #0 plan.committed 0 idle',
    '0s #0 activation.started 1 plan',
    '0s #0 plan.committed 1 idle',
  ]);
});
