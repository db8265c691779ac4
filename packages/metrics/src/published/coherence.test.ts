import { expect, it } from 'vitest';
import type { TinyEvent } from '../testing/tiny-log.js';
import { committed, planEnded, planResultOf } from '../testing/plan-events.js';
import { publishedCoherence } from './coherence.js';

function coherenceOf(log: readonly TinyEvent[]) {
  return planResultOf(publishedCoherence, log) as { coherence: number | null; steps: number };
}

it('averages the largest group of equal plans over steps', () => {
  const { coherence, steps } = coherenceOf([
    committed(0, 0, 'a', 'push'),
    committed(0, 1, 'a', 'push'),
    committed(0, 2, 'b', 'push'),
    planEnded(59, 1, 'failed'),
    committed(70, 1, 'c', 'push'),
    planEnded(80, 1, 'success'),
    planEnded(119, 2, 'success'),
    planEnded(150, 0, 'success'),
  ]);
  expect(coherence).toBeCloseTo(0.5556, 4);
  expect(steps).toBe(3);
});

it('lets the latest plan of an agent stand for a step that two of them cover', () => {
  const log = [
    committed(0, 0, 'a', 'push'),
    committed(0, 1, 'b', 'push'),
    planEnded(30, 0, 'failed'),
    committed(40, 0, 'b', 'push'),
  ];
  expect(coherenceOf(log)).toEqual({ coherence: 1, steps: 1 });
});

it('passes over steps without any plan, and counts long stretches step by step', () => {
  const log = [
    committed(0, 0, 'a', 'push'),
    planEnded(0, 0, 'success'),
    committed(600, 0, 'a', 'push'),
    committed(600, 1, 'a', 'push'),
    committed(600, 2, 'b', 'push'),
    planEnded(1199, 0, 'success'),
  ];
  // Step 0 alone: 1; steps 10 to 19: 2/3 each.
  const { coherence, steps } = coherenceOf(log);
  expect(steps).toBe(11);
  expect(coherence).toBeCloseTo((1 + 10 * (2 / 3)) / 11, 12);
});

it('is undefined without plans', () => {
  expect(coherenceOf([])).toEqual({ coherence: null, steps: 0 });
});
