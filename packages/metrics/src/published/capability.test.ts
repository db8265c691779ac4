import { expect, it } from 'vitest';
import { flattenMetrics } from '../flatten.js';
import { resultOf, type TinyEvent } from '../testing/tiny-log.js';
import { publishedCapability } from './capability.js';

const changed = (step: number, seat: number, capability: string, change: 'gained' | 'lost'): TinyEvent => ({
  type: 'capability.changed',
  tick: step * 60,
  seat,
  capability,
  change,
});

const stage = (step: number): TinyEvent => ({
  type: 'activation.stage',
  tick: step * 60,
  seat: 0,
  stage: 'R',
});

it('counts gains and losses, but not what seats begin with', () => {
  const result = resultOf(
    publishedCapability,
    [
      changed(0, 0, 'key', 'gained'),
      stage(0),
      changed(1, 0, 'wood', 'gained'),
      changed(3, 0, 'wood', 'lost'),
      changed(3, 1, 'stone', 'gained'),
      stage(3),
    ],
    2,
  );
  expect(result).toEqual({
    gains: 2,
    losses: 1,
    gainsBySeat: [1, 1],
    lossesBySeat: [1, 0],
    gainsByCapability: { wood: 1, stone: 1 },
    gainRate: 0.5,
    bySteps: [
      { step: 1, gains: 1, losses: 0 },
      { step: 3, gains: 1, losses: 1 },
    ],
  });
  expect(flattenMetrics({ 'published-capability': result })['published-capability.change']).toBe(1);
});

it('has no rate without steps', () => {
  expect(resultOf(publishedCapability, [])).toMatchObject({ gains: 0, gainRate: null });
});
