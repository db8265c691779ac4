import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../registry.js';
import { createRng } from '../rng/create-rng.js';
import { pushAction, type PushAction } from './actions.js';
import type { PushObservation } from './observation.js';
import { randomPushAction } from './random-action.js';
import { stage } from './testing.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe.each(scenarios)('$name', (scenario) => {
  const setup = {
    ...{ seed: 3, seats: 4, horizonTicks: 3600, emit: () => 0 },
    options: scenario.options.parse({ sightMeters: 6 }),
  };
  const simulation = scenario.create(setup);
  const observation = simulation.observe(1) as unknown as PushObservation;
  simulation.free();

  it('satisfies the schema, aims at what is seen and stays within the arena', () => {
    const { arena, blocks, rules, self } = observation;
    const ids = blocks.map(({ id }) => id);
    fc.assert(
      fc.property(seeds, (seed) => {
        const action = randomPushAction(observation, createRng(seed));
        expect(pushAction.parse(action)).toEqual(action);
        expect(scenario.action.safeParse(action).success).toBe(true);
        if ('block' in action) expect(ids).toContain(action.block);
        if ('count' in action) expect(action.count).toBeLessThanOrEqual(rules.seats);
        if (action.type !== 'navigate') return;
        expect(action.x).toBeGreaterThanOrEqual(self.radius);
        expect(action.x).toBeLessThanOrEqual(arena.goalX - self.radius);
        expect(action.y).toBeGreaterThanOrEqual(self.radius);
        expect(action.y).toBeLessThanOrEqual(arena.height - self.radius);
      }),
      { numRuns: 300 },
    );
  });
});

const drawn = (observation: PushObservation): PushAction['type'][] =>
  Array.from({ length: 2000 }, (_, seed) => randomPushAction(observation, createRng(seed)).type);

function observe(blocks: Parameters<typeof stage>[0]['blocks']): PushObservation {
  const { simulation } = stage({ agents: [{ x: 1, y: 1 }], blocks });
  const observation = simulation.observe(0) as unknown as PushObservation;
  simulation.free();
  return observation;
}

it('draws every type about as often', () => {
  const types = drawn(observe([{ x: 5, y: 5, side: 1, weight: 1 }]));
  for (const { shape } of pushAction.options) {
    const count = types.filter((type) => type === shape.type.value).length;
    // 250 expected, deviation 15.
    expect(Math.abs(count - 250)).toBeLessThan(75);
  }
});

it('walks about where no block is in sight', () => {
  expect(new Set(drawn(observe([])))).toEqual(new Set(['move', 'navigate', 'wait', 'waitAgents']));
});

it('depends on the generator only', () => {
  const observation = observe([{ x: 5, y: 5, side: 1, weight: 1 }]);
  fc.assert(
    fc.property(seeds, (seed) => {
      const draw = () => randomPushAction(observation, createRng(seed));
      expect(draw()).toEqual(draw());
    }),
  );
});
