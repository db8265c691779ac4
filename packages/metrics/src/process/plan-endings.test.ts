import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { committed, planEnded, planResultOf } from '../testing/plan-events.js';
import { tinyHeader, tinyLog, type TinyEvent } from '../testing/tiny-log.js';
import { planEndings, type PlanEndingsResult } from './plan-endings.js';

/** Plays a log whose events name the seq of what they come from by hand. */
function play(events: readonly (TinyEvent & { readonly inputs?: readonly number[] })[]): PlanEndingsResult {
  return runFolds([planEndings], tinyHeader(2), tinyLog(events))['plan-endings'] as PlanEndingsResult;
}

const asked = (tick: number): TinyEvent => ({
  type: 'activation.started',
  tick,
  seat: 0,
  purpose: 'interrupt',
});
const decided = (tick: number, ...inputs: number[]) => ({
  type: 'activation.ended' as const,
  tick,
  seat: 0,
  outcome: 'decided' as const,
  chargeMicros: 0,
  inputs,
});
const example = [
  { ...committed(0, 0, 'a', 'push'), inputs: [] },
  committed(0, 1, 'a', 'push'),
  asked(60),
  decided(60, 2),
  { ...planEnded(180, 0, 'failed'), inputs: [0] },
  committed(180, 0, 'a', 'push'),
  asked(300),
  decided(300, 6),
  { ...planEnded(300, 0, 'interrupted', 'replaced'), inputs: [5, 7] },
  { ...committed(300, 0, 'b', 'push'), inputs: [7] },
  { ...planEnded(360, 0, 'success'), inputs: [9] },
  { ...planEnded(360, 1, 'interrupted', 'episode_ended'), inputs: [1] },
];

it('keeps the endings of plans apart, as in the example', () => {
  const result = play(example);
  expect(result).toEqual({
    counts: { completed: 1, failed: 1, replaced: 1, cancelled: 0, episodeEnd: 1 },
    micros: { completed: 1e6, failed: 3e6, replaced: 2e6, cancelled: 0, episodeEnd: 6e6 },
    open: 0,
    interrupts: 2,
    resumed: 1,
    replanned: 1,
    retried: 1,
    switched: 0,
  });
  expect(flattenMetrics({ 'plan-endings': result })).toMatchObject({
    'plan-endings.ended': 4,
    'plan-endings.failedShare': 0.25,
    'plan-endings.episodeEndSeconds': 6,
    'plan-endings.resumeRate': 0.5,
  });
});

it('does not call an equally named new plan resumed', () => {
  const log = [
    committed(0, 0, 'a', 'push'),
    planEnded(60, 0, 'interrupted', 'replaced'),
    committed(60, 0, 'a', 'push'),
  ];
  expect(planResultOf(planEndings, log)).toMatchObject({
    counts: { replaced: 1 },
    open: 1,
    interrupts: 0,
    resumed: 0,
  });
});

it('counts no interrupt whose plan ended meanwhile, or whose decision was broken', () => {
  const [first, , ask] = example as [TinyEvent, TinyEvent, TinyEvent];
  const ended = { ...planEnded(70, 0, 'success'), inputs: [0] };
  expect(play([first, ask, ended, decided(80, 1)]).interrupts).toBe(0);
  expect(play([first, ask, { ...decided(80, 1), outcome: 'invalid' as const }]).interrupts).toBe(0);
});

it('tells a change of task after a failure from another try', () => {
  const log = [committed(0, 0, 'a', 'push'), planEnded(60, 0, 'failed'), committed(60, 0, null, 'wait')];
  expect(planResultOf(planEndings, log)).toMatchObject({ retried: 0, switched: 1 });
});
