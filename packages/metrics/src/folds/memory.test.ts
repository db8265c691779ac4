import { runFolds, type EvictionReason } from '@quorum/events';
import { expect, it } from 'vitest';
import { tinyHeader, tinyLog } from '../testing/tiny-log.js';
import { memory } from './memory.js';

it('counts what was forgotten, not how often', () => {
  const evicted = (what: 'message' | 'plan', reason: EvictionReason, inputs: readonly number[]) => ({
    ...{ type: 'memory.evicted' as const, tick: 0, seat: 0, what, reason, inputs },
  });
  const log = tinyLog([
    evicted('message', 'budget', [9, 1, 2]),
    evicted('plan', 'budget', [9, 3]),
    evicted('message', 'expired', [9, 4]),
  ]);
  expect(runFolds([memory], tinyHeader(), log)['memory']).toEqual({
    messages: 3,
    plans: 1,
    reasons: { budget: 3, expired: 1, summarised: 0 },
  });
});
