import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { closes } from '../testing/linked-events.js';
import { sample } from '../testing/attempt-events.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { duplicateEffort, type DuplicateEffortResult } from './duplicate-effort.js';

const staffed = (tick: number, task: string, count: number, required: number): TinyEvent =>
  sample(tick, 'participation', count, required, task);

it('plays the example of its page', () => {
  const log = [
    staffed(0, 'a', 3, 1),
    staffed(0, 'b', 1, 2),
    staffed(60, 'a', 2, 1),
    staffed(60, 'b', 2, 2),
    { ...closes('a'), tick: 120 },
  ];
  const result = resultOf(duplicateEffort, log);
  expect(result).toEqual({
    duplicateSeconds: 1,
    surplusSeconds: 3,
    missingSeconds: 1,
    committedSeconds: 8,
    surplusSecondsByTask: { a: 3 },
  });
  expect(flattenMetrics({ 'duplicate-effort': result })).toMatchObject({ 'duplicate-effort.share': 0.125 });
});

it('counts up to the end, and only what is at odds', () => {
  const end = { type: 'episode.ended', tick: 60, status: 'horizon', score: 0, maxScore: 1 } as const;
  const enough = [staffed(0, 'a', 2, 1), staffed(0, 'b', 2, 2), staffed(0, 'c', 0, 9), end];
  expect(resultOf(duplicateEffort, enough)).toMatchObject({
    duplicateSeconds: 0,
    surplusSeconds: 1,
    surplusSecondsByTask: { a: 1 },
  });
  const other = sample(0, 'spatial', 5, 1, 'a');
  expect(resultOf(duplicateEffort, [other, end])).toMatchObject({ committedSeconds: 0, surplusSeconds: 0 });
  expect(flattenMetrics({ 'duplicate-effort': resultOf(duplicateEffort, [end]) })).toMatchObject({
    'duplicate-effort.share': null,
  });
});

it('finds no more duplicates than surplus, missing and committed seats', () => {
  fc.assert(
    fc.property(arbitraryLog({ maxMoves: 80 }), ({ header, events }) => {
      const result = runFolds([duplicateEffort], header, events)['duplicate-effort'] as DuplicateEffortResult;
      const bound = Math.min(result.surplusSeconds, result.missingSeconds, result.committedSeconds);
      expect(result.duplicateSeconds).toBeLessThanOrEqual(bound);
      const byTask = Object.values(result.surplusSecondsByTask).reduce((sum, seconds) => sum + seconds, 0);
      expect(byTask).toBeCloseTo(result.surplusSeconds, 9);
    }),
    { numRuns: 50 },
  );
});
