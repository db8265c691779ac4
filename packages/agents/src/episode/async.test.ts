import { expect, it } from 'vitest';
import type { Decision } from '../contract/agent.js';
import type { Observer } from '../contract/observer.js';
import { interrupting } from '../testing/interrupting.js';
import { brief, playOut } from '../testing/play.js';

const idle = (seconds: number): Decision => ({
  state: null,
  plan: { task: null, actions: [{ type: 'idle', seconds }] },
});

/** Wakes seat 0 once, at the first event of tick `tick` or later. */
const wakeAt = (tick: number): Observer => {
  let woken = false;
  return {
    name: 'alarm',
    onEvent(event) {
      if (woken || event.tick < tick) return [];
      woken = true;
      return [{ kind: 'wake', seat: 0, note: 'get up', inputs: [event.seq] }];
    },
  };
};

it('moves the world while a seat thinks; a decision takes effect at the first tick after its charge', async () => {
  const charges = [510_000, 1_000_000, 300_000, 2_000_000];
  const { log, outcome } = await playOut({
    team: [async () => idle(0.5), async () => idle(9)],
    mode: 'async',
    charge: () => charges.shift() ?? 0,
    horizonSeconds: 2,
  });
  expect(brief(log.events)).toEqual([
    '0s #0 activation.stage 0 R',
    '0s #0 activation.stage 1 R',
    '0s #0 activation.started 0 plan',
    '0s #0 activation.started 1 plan',
    '0.516666s #31 activation.ended 0 decided 510000',
    '0.516666s #31 plan.committed 0 idle',
    '0.516666s #31 activation.stage 0 W',
    '0.516666s #31 activation.stage 0 X',
    '0.516666s #31 action.assigned 0 idle',
    '1s #60 activation.ended 1 decided 1000000',
    '1s #60 plan.committed 1 idle',
    '1s #60 activation.stage 1 W',
    '1s #60 activation.stage 1 X',
    '1s #60 action.assigned 1 idle',
    '1.016666s #61 action.ended 0 idle success',
    '1.016666s #61 plan.ended 0 success success 1',
    '1.016666s #61 activation.stage 0 R',
    '1.016666s #61 activation.started 0 plan',
    // Nothing to do meanwhile: the world is told that the seat serves no task.
    '1.016666s #61 action.assigned 0 none',
    '1.316666s #79 activation.ended 0 decided 300000',
    '1.316666s #79 plan.committed 0 idle',
    '1.316666s #79 activation.stage 0 W',
    '1.316666s #79 activation.stage 0 X',
    '1.316666s #79 action.assigned 0 idle',
    '1.816666s #109 action.ended 0 idle success',
    '1.816666s #109 plan.ended 0 success success 1',
    '1.816666s #109 activation.stage 0 R',
    '1.816666s #109 activation.started 0 plan',
    '1.816666s #109 action.assigned 0 none',
    '2s #120 action.ended 1 idle episode_ended',
    '2s #120 plan.ended 1 interrupted episode_ended 0',
    '2s #120 episode.ended horizon',
  ]);
  expect(outcome.timeMicros).toBe(2_000_000);
});

it('lets the body go on while an interrupted seat thinks about whether to', async () => {
  const { log } = await playOut(
    {
      team: [
        async ({ plan }) => (plan === null ? idle(1) : { state: null, resume: true }),
        async () => idle(0.25),
      ],
      protocol: interrupting,
      mode: 'async',
      charge: () => 100_000,
      horizonSeconds: 1,
    },
    { observers: [wakeAt(20)] },
  );
  const seat0 = brief(log.events).filter((line) =>
    / (activation|plan|action)\.\w+ 0|intervention/.test(line),
  );
  expect(seat0.slice(6)).toEqual([
    '0.1s #6 action.assigned 0 idle',
    '0.35s #21 intervention.applied alarm wake 0',
    '0.35s #21 activation.started 0 interrupt',
    '0.35s #21 activation.stage 0 I',
    '0.45s #27 activation.ended 0 decided 100000',
    '0.45s #27 activation.stage 0 W',
    '0.45s #27 activation.stage 0 X',
    '1s #60 action.ended 0 idle episode_ended',
    '1s #60 plan.ended 0 interrupted episode_ended 0',
  ]);
});

it('asks for a new plan when the one to be resumed has ended in the meantime', async () => {
  const { log } = await playOut(
    {
      team: [
        async ({ plan, id }) => (plan === null ? idle(id > 20 ? 9 : 0.5) : { state: null, resume: true }),
        async () => idle(0.25),
      ],
      protocol: interrupting,
      mode: 'async',
      charge: () => 200_000,
      horizonSeconds: 1,
    },
    { observers: [wakeAt(35)] },
  );
  const seat0 = brief(log.events).filter((line) =>
    / (activation|plan|action)\.\w+ 0|intervention/.test(line),
  );
  expect(seat0.slice(6)).toEqual([
    '0.2s #12 action.assigned 0 idle',
    '0.666666s #40 intervention.applied alarm wake 0',
    '0.666666s #40 activation.started 0 interrupt',
    '0.666666s #40 activation.stage 0 I',
    '0.7s #42 action.ended 0 idle success',
    '0.7s #42 plan.ended 0 success success 1',
    '0.7s #42 action.assigned 0 none',
    '0.866666s #52 activation.ended 0 decided 200000',
    '0.866666s #52 activation.stage 0 R',
    '0.866666s #52 activation.started 0 plan',
  ]);
});

it('ends at the deadline between two ticks', async () => {
  const { outcome } = await playOut({
    team: [async () => idle(1)],
    mode: 'async',
    charge: () => 30_000_000,
    deadlineSeconds: 0.51,
  });
  expect(outcome).toMatchObject({ status: 'deadline', ticks: 31, timeMicros: 516_666 });
});
