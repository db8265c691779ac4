import { expect, it } from 'vitest';
import { scoreBaseline } from '../benchmarks/detectors/baseline.js';
import { circleClosed } from '../benchmarks/detectors/circle.js';
import { attribution, findingsAfter, isStruck, scoreRule } from '../benchmarks/detectors/score.js';

const SECOND = 1_000_000;

/** A played case: when the fault struck, when what was found, when progress was made; seconds. */
function played(strike: number | null, found: readonly number[], progress: readonly number[] = []) {
  return {
    record: {
      end: 100 * SECOND,
      activations: 50,
      strikes: strike === null ? [] : [{ time: strike * SECOND, seat: 1, steps: [7, 8] }],
      progress: progress.map((second) => second * SECOND),
      findings: [
        found.map((second) => ({ rule: 'orphan', time: second * SECOND, seats: [1], evidence: [9] })),
      ],
    },
  };
}

it('counts what is found after the strike, and every alarm in clean play', () => {
  const struck = [played(10, [14]), played(10, [4]), played(10, [12, 30]), played(10, [])];
  const clean = [played(null, []), played(null, [5, 6])];
  const scored = scoreRule(struck, clean, 'orphan', 0);
  expect(scored).toMatchObject({ struck: 4, found: 2, recall: 0.5, delaySeconds: 3, falseAlarms: 1 });
  expect(scored.alarmsPer100).toBe(2);
  // 0.2 × 0.5 of all episodes are found, 0.8 × 0.5 are flagged wrongly.
  expect(scored.precision[2]).toBeCloseTo(0.1 / (0.1 + 0.4), 12);
  expect(scored.precisionAtLeast[2]).toBeLessThan(scored.precision[2] ?? 0);
});

it('asks nothing of faults that strike too late to be seen', () => {
  expect([played(70, []), played(71, []), played(null, [])].map(isStruck)).toEqual([true, false, false]);
});

it('tells the seat from the step', () => {
  const one = played(10, [20]);
  expect(findingsAfter(one, ['orphan'], 0)).toHaveLength(1);
  expect(attribution([one], ['orphan'], 0)).toEqual({ findings: 1, seat: 1, named: 1, step: 0 });
});

it('the baseline rings when nothing has been achieved for so long', () => {
  const struck = [played(10, [], [20, 80]), played(10, [], [30, 50, 70, 90])];
  const scored = scoreBaseline(struck, [played(null, [], [50])], 40);
  expect(scored).toMatchObject({ found: 1, delaySeconds: 50, falseAlarms: 1 });
});

it('a circular wait strikes when two stand for ten seconds where too few are, one of them sent there', () => {
  const at = (second: number, event: object) => ({ tick: second * 60, time: second * SECOND, ...event });
  const stand = (second: number, task: string, ...seats: number[]) =>
    at(second, {
      type: 'constraint.changed',
      constraint: 'spatial',
      task,
      count: seats.length,
      required: 2,
      seats,
    });
  const circle = (sent: number, ...later: readonly object[]) =>
    circleClosed([
      at(1, { type: 'fault.injected', seat: sent, task: 'a' }),
      stand(3, 'a', 0),
      stand(5, 'b', 1),
      ...later,
      at(40, { type: 'world.hash' }),
    ]);
  expect(circle(0)).toBe(5 * SECOND);
  expect(circle(0, stand(14, 'b', 1, 2))).toBeNull();
  expect(circle(0, stand(16, 'b', 1, 2))).toBe(5 * SECOND);
  expect(circle(0, at(14, { type: 'task.closed', task: 'a' }))).toBeNull();
  expect(circle(2)).toBeNull();
});
