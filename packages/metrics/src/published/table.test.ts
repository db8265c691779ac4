import type { Stage } from '@quorum/events';
import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { committed } from '../testing/plan-events.js';
import { publishedTable } from './table.js';

const enters = (seat: number, stage: Stage, seconds: number): TinyEvent => ({
  type: 'activation.stage',
  tick: 0,
  time: seconds * 1_000_000,
  seat,
  stage,
});

it('gives a row of the published table', () => {
  const log: TinyEvent[] = [
    enters(0, 'R', 0),
    enters(1, 'I', 0),
    enters(0, 'W', 2),
    enters(1, 'W', 3),
    committed(0, 0, 'a', 'push'),
    committed(0, 1, 'a', 'push'),
    committed(60, 1, 'a', 'push'),
    {
      type: 'message.sent',
      tick: 60,
      seat: 0,
      to: [1],
      kind: 'text',
      text: 'hm',
      task: null,
      claims: [],
      work: false,
      tokens: 1,
    },
    { type: 'score.changed', tick: 90, task: 'a', points: 3, total: 3, max: 3, seats: [0, 1] },
    { type: 'episode.ended', tick: 90, status: 'completed', score: 3, maxScore: 3 },
  ];
  expect(resultOf(publishedTable, log, 2)).toEqual({
    score: 3,
    steps: 2,
    scorePerStep: 1.5,
    plansPerAgent: 1.5,
    messages: 1,
    interrupts: 1,
    decisionSeconds: 5,
  });
});

it('has no score per step before the first step', () => {
  expect(resultOf(publishedTable, [])).toMatchObject({ steps: 0, scorePerStep: null });
});
