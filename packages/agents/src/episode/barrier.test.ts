import { expect, it } from 'vitest';
import type { Decision } from '../contract/agent.js';
import { brief, playOut } from '../testing/play.js';

const idle = (seconds: number): Decision => ({
  state: null,
  plan: { task: null, actions: [{ type: 'idle', seconds }] },
});

it('lets the world wait until every seat is ready; parallel thoughts cost their maximum', async () => {
  const charges = [1_000_000, 250_000, 500_000];
  const { log, outcome } = await playOut({
    team: [async () => idle(1), async () => idle(9)],
    charge: () => charges.shift() ?? 0,
    horizonSeconds: 1.5,
  });
  expect(brief(log.events)).toEqual([
    '0s #0 activation.stage 0 R',
    '0s #0 activation.stage 1 R',
    '0s #0 activation.started 0 plan',
    '0s #0 activation.started 1 plan',
    '0.25s #0 activation.ended 1 decided 250000',
    '0.25s #0 plan.committed 1 idle',
    '0.25s #0 activation.stage 1 W',
    '1s #0 activation.ended 0 decided 1000000',
    '1s #0 plan.committed 0 idle',
    '1s #0 activation.stage 0 W',
    '1s #0 activation.stage 0 X',
    '1s #0 activation.stage 1 X',
    '1s #0 action.assigned 0 idle',
    '1s #0 action.assigned 1 idle',
    '2s #60 action.ended 0 idle success',
    '2s #60 plan.ended 0 success success 1',
    '2s #60 activation.stage 0 R',
    '2s #60 activation.started 0 plan',
    '2.5s #60 activation.ended 0 decided 500000',
    '2.5s #60 plan.committed 0 idle',
    '2.5s #60 activation.stage 0 W',
    '2.5s #60 activation.stage 0 X',
    '2.5s #60 action.assigned 0 idle',
    '3s #90 action.ended 0 idle episode_ended',
    '3s #90 action.ended 1 idle episode_ended',
    '3s #90 plan.ended 0 interrupted episode_ended 0',
    '3s #90 plan.ended 1 interrupted episode_ended 0',
    '3s #90 episode.ended horizon',
  ]);
  expect(outcome).toMatchObject({ status: 'horizon', ticks: 90, timeMicros: 3_000_000 });
});

it('goes on with the next action when one succeeds, and fails the plan with the first failing one', async () => {
  const actions = [
    { type: 'idle', seconds: 0.5 },
    { type: 'walk', to: 99 },
    { type: 'idle', seconds: 1 },
  ];
  const { log } = await playOut({
    team: [async () => ({ state: null, plan: { task: 'mark-0', actions } })],
    horizonSeconds: 33 / 60,
  });
  expect(brief(log.events).slice(6)).toEqual([
    '0s #0 action.assigned 0 idle',
    '0.5s #30 action.ended 0 idle success',
    '0.5s #30 action.assigned 0 walk',
    '0.516666s #31 action.ended 0 walk invalid_target',
    '0.516666s #31 plan.ended 0 failed invalid_target 1',
    '0.516666s #31 activation.stage 0 R',
    '0.516666s #31 activation.started 0 plan',
    '0.516666s #31 activation.ended 0 decided 0',
    '0.516666s #31 plan.committed 0 idle,walk,idle',
    '0.516666s #31 activation.stage 0 W',
    '0.516666s #31 activation.stage 0 X',
    '0.516666s #31 action.assigned 0 idle',
    '0.55s #33 action.ended 0 idle episode_ended',
    '0.55s #33 plan.ended 0 interrupted episode_ended 0',
    '0.55s #33 episode.ended horizon',
  ]);
});

it('charges thinking by the time scale and ends at the deadline in the middle of a thought', async () => {
  const { log, outcome } = await playOut({
    team: [async () => idle(1)],
    charge: () => 400_000,
    timeScale: 2,
    deadlineSeconds: 2.5,
  });
  expect(brief(log.events).filter((line) => line.includes('activation.ended'))).toEqual([
    '0.8s #0 activation.ended 0 decided 800000',
  ]);
  expect(outcome).toMatchObject({ status: 'deadline', ticks: 60, timeMicros: 2_500_000 });
});

it('says in its inputs what followed from what', async () => {
  const { log } = await playOut({ team: [async () => idle(1)], horizonSeconds: 1.5 });
  const at = (type: string, nth = 0): number =>
    log.events.filter((event) => event.type === type)[nth]?.seq ?? -1;
  const inputs = (type: string, nth = 0) => log.events[at(type, nth)]?.inputs;

  expect(inputs('observation.shown')).toEqual([at('activation.started')]);
  expect(inputs('activation.ended')).toEqual([at('activation.started')]);
  expect(inputs('plan.committed')).toEqual([at('activation.ended')]);
  expect(log.events[at('plan.committed')]).toMatchObject({ observation: at('observation.shown') });
  expect(inputs('action.assigned')).toEqual([at('plan.committed')]);
  expect(inputs('plan.ended')).toEqual([at('plan.committed'), at('action.ended')]);
  expect(inputs('activation.started', 1)).toEqual([at('plan.ended')]);
});
