import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import { tinyHeader, tinyLog, type TinyEvent } from '../testing/tiny-log.js';
import { thinking } from './thinking.js';

/** Stage I, an interrupt that takes 2 s, and perhaps a new plan because of it. */
function interrupted({ replans }: { replans: boolean }): (TinyEvent & { inputs: 'last'[] })[] {
  const last: 'last'[] = ['last'];
  return [
    { type: 'activation.stage', tick: 0, seat: 1, stage: 'I', inputs: [] },
    { type: 'activation.started', tick: 0, seat: 1, purpose: 'interrupt', inputs: last },
    {
      type: 'activation.ended',
      tick: 0,
      seat: 1,
      outcome: 'decided',
      chargeMicros: 2_000_000,
      inputs: last,
    },
    ...(replans
      ? [
          {
            type: 'plan.committed' as const,
            tick: 0,
            seat: 1,
            task: null,
            actions: [],
            observation: 0,
            inputs: last,
          },
        ]
      : []),
  ];
}

function resultOf(events: readonly (TinyEvent & { inputs: 'last'[] })[]): unknown {
  const log = tinyLog(events).map((event, seq) => ({ ...event, inputs: event.inputs.map(() => seq - 1) }));
  return runFolds([thinking], tinyHeader(2), log)['thinking'];
}

it('tells interrupts that were passed over from those that led to a new plan', () => {
  const log = [...interrupted({ replans: false }), ...interrupted({ replans: true })];
  expect(resultOf(log)).toEqual({
    chargedSeconds: 4,
    chargedSecondsBySeat: [0, 4],
    activations: { plan: 0, speak: 0, reply: 0, interrupt: 2, repair: 0 },
    interrupts: 2,
    resumed: 1,
    replanned: 1,
  });
});

it('counts a decision that could not be used as neither', () => {
  const log = interrupted({ replans: false }).map((event) =>
    event.type === 'activation.ended' ? { ...event, outcome: 'invalid' as const } : event,
  );
  expect(resultOf(log)).toMatchObject({ interrupts: 1, resumed: 0, replanned: 0 });
});
