import type { ActionOutcome } from '@quorum/events';
import { expect, it } from 'vitest';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { actionOutcomes, type ActionOutcomesResult } from './action-outcomes.js';

const over = (action: string, outcome: ActionOutcome): TinyEvent => ({
  type: 'action.ended',
  tick: 10,
  seat: 0,
  action,
  outcome,
});

it('counts by action type and outcome', () => {
  const result = resultOf(actionOutcomes, [
    over('push', 'replaced'),
    over('navigate', 'success'),
    over('push', 'insufficient_force'),
    over('push', 'success'),
  ]) as ActionOutcomesResult;
  expect(result.byType).toEqual({
    navigate: { success: 1 },
    push: { success: 1, insufficient_force: 1, replaced: 1 },
  });
  expect(Object.keys(result.byType)).toEqual(['navigate', 'push']);
  expect(result.total).toBe(4);
  expect(result.successShare).toBe(0.5);
  expect(result.byOutcome).toMatchObject({ success: 2, insufficient_force: 1, replaced: 1, timeout: 0 });
});

it('has no share without actions', () => {
  expect(resultOf(actionOutcomes, [])).toMatchObject({ total: 0, successShare: null, byType: {} });
});
