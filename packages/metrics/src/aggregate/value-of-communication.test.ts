import { expect, it } from 'vitest';
import type { Sample } from './samples.js';
import { valueOfCommunication } from './value-of-communication.js';

/** Seeds differ a lot; conditions add to each seed's own level. */
const level = (added: (seed: number) => number, seeds = 10): Sample[] =>
  Array.from({ length: seeds }, (_, i) => ({ seed: i + 1, value: 10 * i + added(i + 1) }));

const none = level(() => 0);
const shared = level((seed) => 4 + (seed % 2));

it('compares talk with each control on the same seeds', () => {
  const { gains } = valueOfCommunication(
    level(() => 3),
    { scrambled: level((seed) => seed % 2), 'no-comm': none },
  );
  expect(gains.map(({ control, mean }) => [control, mean])).toEqual([
    ['scrambled', 2.5],
    ['no-comm', 3],
  ]);
  // Only declared comparisons are tested, and corrected for each other.
  expect(gains[0]).not.toHaveProperty('pValue');
  expect(gains[0]?.interval?.low).toBeGreaterThan(2);
  expect(gains[0]?.interval?.high).toBeLessThan(3);
});

it('says how much of shared observation is recovered, with an interval', () => {
  const recover = (talk: Sample[]) =>
    valueOfCommunication(talk, { 'no-comm': none, 'shared-observation': shared }).recovered;
  expect(recover(shared)).toEqual({ share: 1, interval: { low: 1, high: 1 }, reason: null });
  expect(recover(none)).toMatchObject({ share: 0 });
  const half = recover(level((seed) => (seed <= 5 ? 0 : 4.5)));
  expect(half.share).toBeCloseTo(0.5, 12);
  expect(half.interval?.low).toBeLessThan(0.35);
  expect(half.interval?.high).toBeGreaterThan(0.65);
});

it.each([
  ['no-comm was not played', { 'shared-observation': shared }],
  ['shared-observation was not played', { 'no-comm': none }],
  ['fewer than 6 seeds', { 'no-comm': none, 'shared-observation': shared.slice(0, 5) }],
  ['does not lie above 0', { 'no-comm': none, 'shared-observation': level((seed) => (seed % 2) - 0.5) }],
  ['does not lie above 0', { 'no-comm': none, 'shared-observation': level(() => -1) }],
])('gives no share but a reason: %s', (reason, controls) => {
  const { recovered } = valueOfCommunication(
    level(() => 3),
    controls,
  );
  expect(recovered).toEqual({
    share: null,
    interval: null,
    reason: expect.stringContaining(reason) as string,
  });
});

it('takes the share over the seeds that all three have', () => {
  const far = { seed: 99, value: 1000 };
  const { recovered } = valueOfCommunication([...shared, far], {
    'no-comm': none,
    'shared-observation': shared,
  });
  expect(recovered.share).toBe(1);
});
