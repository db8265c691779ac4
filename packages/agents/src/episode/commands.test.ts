import { expect, it } from 'vitest';
import type { Activation, Agent, Decision } from '../contract/agent.js';
import type { Protocol, ProtocolStep } from '../contract/protocol.js';
import { independent } from '../protocols/independent.js';
import { brief, playOut } from '../testing/play.js';

/** Seat 0 plans for all once, then whenever it loses its plan. */
const oneMind = (commands: readonly number[]): Protocol => ({
  ...(independent as Protocol),
  name: 'one-mind',
  step(state, event): ProtocolStep<typeof state> {
    const activations =
      event.kind === 'unplanned' && event.seat === 0
        ? [{ seat: 0, purpose: 'plan' as const, commands, cause: event.cause }]
        : [];
    return { state, activations, timeouts: [] };
  },
});

const idle = (seconds: number) => ({ task: null, actions: [{ type: 'idle', seconds }] });
const body: Agent['decide'] = () => Promise.reject(new Error('bodies do not think'));

it('commits plans for the seats that a mind commands; one without a plan waits a second', async () => {
  const seen: Activation[] = [];
  const mind: Agent['decide'] = async (activation) => {
    seen.push(activation);
    const walk = { seat: 1, task: 'mark-0', actions: [{ type: 'walk', to: 9 }] };
    return { state: null, plan: idle(9), plans: [walk] };
  };
  const { log } = await playOut({
    team: [mind, body, body],
    protocol: oneMind([1, 2]),
    charge: () => 500_000,
    options: { sight: 2 },
    horizonSeconds: 0.5,
  });
  expect(brief(log.events).slice(3, 16)).toEqual([
    '0s #0 activation.started 0 plan',
    '0.5s #0 activation.ended 0 decided 500000',
    '0.5s #0 plan.committed 0 idle',
    '0.5s #0 activation.stage 0 W',
    '0.5s #0 plan.committed 1 walk',
    '0.5s #0 activation.stage 1 W',
    '0.5s #0 plan.committed 2 idle',
    '0.5s #0 activation.stage 2 W',
    '0.5s #0 activation.stage 0 X',
    '0.5s #0 activation.stage 1 X',
    '0.5s #0 activation.stage 2 X',
    '0.5s #0 action.assigned 0 idle',
    '0.5s #0 action.assigned 1 walk',
  ]);
  // The mind sees what each body sees, no more; it is logged, and the plans rest on it.
  const [activation] = seen;
  expect(activation?.commands).toEqual([1, 2]);
  expect(activation?.team?.map(({ observation }) => observation?.['self'])).toEqual([
    { x: 0 },
    { x: 1 },
    { x: 2 },
  ]);
  for (const view of activation?.team ?? []) expect(view.observation).not.toHaveProperty('everyone');
  const shown = log.events.flatMap((event) => (event.type === 'observation.shown' ? [event] : []));
  expect(shown.map((event) => [event.seat, event.inputs])).toEqual(
    [0, 1, 2].map((seat) => [seat, [activation?.id]]),
  );
  const rest = log.events.flatMap((event) => (event.type === 'plan.committed' ? [event.observation] : []));
  expect(rest).toEqual(shown.map(({ seq }) => seq));
});

it.each<[string, Decision, RegExp]>([
  [
    'a seat that is not commanded',
    { state: null, plans: [{ seat: 2, ...idle(1) }] },
    /plans\.0\.seat: .*2.*commanded are: 1/,
  ],
  [
    'one seat twice',
    {
      state: null,
      plans: [
        { seat: 1, ...idle(1) },
        { seat: 1, ...idle(1) },
      ],
    },
    /plans\.1\.seat: seat 1 gets two plans/,
  ],
])('makes everybody wait for a mind that plans for %s', async (_, decision, problem) => {
  const { log } = await playOut({
    team: [async () => decision, body, body],
    protocol: oneMind([1]),
    mode: 'async',
    horizonSeconds: 0.5,
  });
  const ended = log.events.find(({ type }) => type === 'activation.ended');
  expect(ended).toMatchObject({ outcome: 'invalid', problem });
  expect(brief(log.events).filter((text) => text.includes('committed'))).toEqual([
    '0s #0 plan.committed 0 idle',
    '0s #0 plan.committed 1 idle',
  ]);
});

it('reports a protocol that lets a mind plan for a seat that has a plan', async () => {
  const play = playOut({ team: [async () => ({ state: null }), body], protocol: oneMind([0]) });
  await expect(play).rejects.toMatchObject({
    code: 'INTERNAL',
    message: "Protocol 'one-mind' lets seat 0 plan for seat 0, which does not wait for a plan.",
  });
});

it('tells a seat why it was woken', async () => {
  const notices: unknown[] = [];
  const decide: Agent['decide'] = async ({ purpose, notice }) => {
    notices.push([purpose, notice]);
    return { state: null, plan: idle(1) };
  };
  await playOut(
    { team: [decide], horizonSeconds: 2 },
    {
      observers: [
        {
          name: 'doctor',
          onEvent: ({ type, tick, seq }) =>
            type === 'action.assigned' && tick === 0
              ? ['you are stuck', 'go left'].map((note) => ({ kind: 'wake', seat: 0, note, inputs: [seq] }))
              : [],
        },
      ],
    },
  );
  expect(notices).toEqual([
    ['plan', null],
    ['repair', 'you are stuck\ngo left'],
    ['plan', null],
  ]);
});

it('logs what an agent has forgotten, and what kept it from deciding', async () => {
  const states: unknown[] = [];
  const decide: Agent['decide'] = async ({ id }, state) => {
    states.push(state);
    const evicted = [{ what: 'message' as const, reason: 'budget' as const, ids: [id] }];
    return { state: states.length, problem: 'twice no JSON', evicted };
  };
  const { log } = await playOut({ team: [decide], horizonSeconds: 1.5 });
  expect(states).toEqual(['fresh', 1]);
  const ended = log.events.find(({ type }) => type === 'activation.ended');
  expect(ended).toMatchObject({ outcome: 'invalid', problem: 'twice no JSON' });
  expect(log.events.find(({ type }) => type === 'memory.evicted')).toMatchObject({
    what: 'message',
    reason: 'budget',
    inputs: [ended?.seq, ended?.inputs[0]],
  });
});
