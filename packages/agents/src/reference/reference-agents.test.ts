import { createRng } from '@quorum/env';
import type { QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import type { Activation, Tools } from '../contract/agent.js';
import { talkOf } from '../chat/testing.js';
import { line } from '../testing/line-scenario.js';
import { playOut } from '../testing/play.js';
import { agents, findAgent } from './agents.js';
import { greedy } from './greedy.js';

const plansOf = (events: readonly QuorumEvent[], seat: number): readonly (string | null)[] =>
  events.flatMap((event) => (event.type === 'plan.committed' && event.seat === seat ? [event.task] : []));

it('is known by name', () => {
  for (const agent of agents) expect(findAgent(agent.name)).toBe(agent);
  expect(() => findAgent('centrla')).toThrow(
    expect.objectContaining({
      code: 'UNKNOWN_NAME',
      fix: expect.stringContaining("mean 'central'") as string,
    }),
  );
});

it.each([1, 2, 5, 9])('central delivers everything with %i seats, in both clock modes', async (seats) => {
  for (const mode of ['barrier', 'async'] as const) {
    const { outcome } = await playOut({
      team: Array.from({ length: seats }, () => 'central'),
      mode,
      options: { marks: 5, required: Math.min(seats, 3) },
      charge: () => 200_000,
      horizonSeconds: 300,
    });
    expect(outcome).toMatchObject({ status: 'completed', score: outcome.maxScore });
  }
});

it('central works as one mind: no seat is sent where it is not needed', async () => {
  const { log } = await playOut({
    team: Array.from({ length: 4 }, () => 'central'),
    options: { marks: 2, required: 2 },
  });
  const first = [0, 1, 2, 3].map((seat) => plansOf(log.events, seat)[0]);
  expect(first.toSorted()).toEqual(['mark-0', 'mark-0', 'mark-1', 'mark-1']);
});

it('greedy leaves a task alone for a while after it has failed at it', async () => {
  const { log } = await playOut({
    team: ['greedy', async () => ({ state: null })],
    options: { marks: 2, required: 2 },
    horizonSeconds: 60,
  });
  const [first, second, third] = plansOf(log.events, 0);
  expect(first).toMatch(/^mark-/);
  expect(second).toMatch(/^mark-/);
  expect(second).not.toBe(first);
  // Both have failed by now and the first is not forgiven yet: it wanders.
  expect(third).toBeNull();
  expect(plansOf(log.events, 0).filter((task) => task === first).length).toBeGreaterThan(1);
});

it('greedy forgives after ten seconds', async () => {
  const agent = greedy.create(line, {});
  const observation = { self: { x: 0 }, marks: [{ id: 'mark-0', x: 5, required: 1, open: true }] };
  const activation: Activation = {
    id: 0,
    seat: 0,
    purpose: 'plan',
    time: 1_000_000,
    observation,
    inbox: [],
    plan: null,
    lastPlan: { task: 'mark-0', status: 'failed', outcome: 'timeout', done: 0 },
    talk: talkOf(),
    remainingMicros: 1,
    notice: null,
    commands: [],
  };
  const tools: Tools = { rng: createRng(1), model: { ask: () => Promise.reject(new Error('no model')) } };
  const angry = await agent.decide(activation, agent.init(0), tools);
  expect(angry).toMatchObject({ state: { 'mark-0': 11_000_000 }, plan: { task: null } });

  const later = { ...activation, time: 10_999_999, lastPlan: null };
  expect(await agent.decide(later, angry.state, tools)).toMatchObject({ plan: { task: null } });
  const calm = { ...activation, time: 11_000_000, lastPlan: null };
  expect(await agent.decide(calm, angry.state, tools)).toMatchObject({ state: {}, plan: { task: 'mark-0' } });
});

it('shows the whole team to privileged agents only', async () => {
  const { log } = await playOut({ team: ['central', 'greedy'], horizonSeconds: 1 });
  const parts = log.events.flatMap((event) =>
    event.type === 'observation.shown' ? [[event.seat, Object.keys(event.parts)]] : [],
  );
  expect(parts).toContainEqual([0, ['clock', 'self', 'marks', 'everyone']]);
  expect(parts).toContainEqual([1, ['clock', 'self', 'marks']]);
});
