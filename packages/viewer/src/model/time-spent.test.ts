import { expect, it } from 'vitest';
import { tinyModel } from '../testing/tiny-model.js';

it('says what the time of the agents had gone to by a moment', () => {
  const { timeSpent, verdict, findings } = tinyModel([
    { type: 'task.opened', tick: 0, task: 'a', body: 'a', required: 2, value: 3 },
    { type: 'activation.started', tick: 0, seat: 0, purpose: 'plan' },
    // A second of thinking, then one of walking.
    { type: 'activation.ended', tick: 0, time: 1e6, seat: 0, outcome: 'decided', chargeMicros: 1e6 },
    { type: 'action.assigned', tick: 0, time: 1e6, seat: 0, action: { type: 'go' }, task: 'a' },
    { type: 'action.ended', tick: 60, time: 2e6, seat: 0, action: 'go', outcome: 'success' },
    { type: 'episode.ended', tick: 120, time: 3e6, status: 'horizon', score: 0, maxScore: 3 },
  ]);
  const shares = (at: number): unknown =>
    Object.fromEntries(
      timeSpent
        .at(at)
        .filter(({ share }) => share > 0)
        .map(({ part, share }) => [part, share]),
    );
  expect(shares(0.5e6)).toEqual({});
  expect(shares(1e6)).toEqual({ think: 0.5, wait: 0.5 });
  expect(shares(2.9e6)).toEqual({ think: 0.25, wait: 0.25, walk: 0.25, idle: 0.25 });
  const sixth = expect.closeTo(1 / 6) as number;
  expect(shares(9e6)).toEqual({ think: sixth, wait: sixth, walk: sixth, idle: 0.5 });
  expect(verdict.line(findings)).toBe(
    '0 of 3 points after 3 s: body time ran out. a (worth 3, needs 2): nobody ever worked on it.',
  );
});
