import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDraft } from '@quorum/events';
import type { Scenario } from '../contract/scenario.js';
import type { Simulation, SimulationSetup } from '../contract/simulation.js';
import { findScenario } from '../registry.js';
import { createRng } from '../rng/create-rng.js';
import { stage } from './testing.js';

const scenario = findScenario('push-nine-v0');

interface Recorded {
  readonly setup: SimulationSetup;
  readonly log: string[];
  /** Seats whose action has not ended. */
  readonly busy: Set<number>;
}

function setUp(scenario: Scenario, seed: number, seats: number, given: object = {}): Recorded {
  const log: string[] = [];
  const busy = new Set<number>();
  const emit = (draft: EventDraft): number => {
    if (draft.type === 'action.assigned') busy.add(draft.seat);
    if (draft.type === 'action.ended') busy.delete(draft.seat);
    return log.push(JSON.stringify(draft)) - 1;
  };
  const options = scenario.options.parse(given);
  return { setup: { seed, seats, horizonTicks: 3600, options, emit }, log, busy };
}

/** Assigns random actions to idle seats, as drawn for this tick, and steps. */
function playTo(simulation: Simulation, { setup, busy }: Recorded, lastTick: number): void {
  while (simulation.tick < lastTick) {
    for (let seat = 0; seat < setup.seats; seat++) {
      if (simulation.tick % 30 !== 0 || busy.has(seat)) continue;
      const rng = createRng(7, 'test', seat, simulation.tick);
      const action = scenario.randomAction(simulation.observe(seat), rng);
      simulation.assign(seat, { action, task: rng.pick([null, 'b1/left']), inputs: [] });
    }
    simulation.step();
  }
}

describe('save and restore', () => {
  it('continues bit for bit from any tick', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 300 }), (seed, tick) => {
        const options = { actuationNoise: 0.1, lockedWeights: [1], keySeats: [0] };
        const first = setUp(scenario, seed, 3, options);
        const original = scenario.create(first.setup);
        playTo(original, first, tick);
        const second = setUp(scenario, seed, 3, options);
        const saved = original.save();
        const json = JSON.parse(JSON.stringify(saved.json)) as never;
        second.log.push(...first.log);
        first.busy.forEach((seat) => second.busy.add(seat));
        const restored = scenario.restore({ engine: saved.engine, json }, second.setup);
        playTo(original, first, tick + 120);
        playTo(restored, second, tick + 120);
        original.finish();
        restored.finish();
        original.free();
        restored.free();
        return (
          first.log.join() === second.log.join() && first.log.some((line) => line.includes('world.hash'))
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('memory', () => {
  it('stays flat over 1000 worlds created, stepped and freed', () => {
    const setup = { ...setUp(scenario, 0, 3).setup, emit: () => 0 };
    const cycle = (count: number): void => {
      for (let seed = 0; seed < count; seed++) {
        const simulation = scenario.create({ ...setup, seed });
        simulation.step();
        simulation.free();
      }
    };
    cycle(200);
    // Of this thread alone: what the whole process holds moves with the tests in other threads.
    const before = process.memoryUsage().external;
    cycle(1000);
    // A leaked world costs more than 50 kB of engine memory: 1000 of them 50 MB.
    expect((process.memoryUsage().external - before) / 1e6).toBeLessThan(10);
  });
});

describe('sight', () => {
  it('lets nothing beyond it into an observation', () => {
    const near = findScenario('push-private-v0');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 3 }), (seed, seat) => {
        const simulation = near.create(setUp(near, seed, 4).setup);
        simulation.step();
        const limited = simulation.observe(seat) as unknown as Seen;
        const whole = simulation.observe(seat, true) as unknown as Seen;
        simulation.free();
        const inSight = ({ x, y, side = 0 }: Seen['blocks'][number]): boolean => {
          const dx = Math.max(0, Math.abs(x - whole.self.x) - side / 2);
          const dy = Math.max(0, Math.abs(y - whole.self.y) - side / 2);
          return Math.sqrt(dx * dx + dy * dy) <= 5;
        };
        const ids = new Set(whole.blocks.filter(inSight).map(({ id }) => id));
        const named = limited.blocks.flatMap(({ id, blockers }) => [id, ...blockers]);
        const mates = limited.teammates.every((mate) => inSight(mate as never));
        const known = limited.blocks.every(({ weight }) => weight === null || weight > 0);
        return named.every((id) => ids.has(id)) && limited.blocks.length === ids.size && mates && known;
      }),
      { numRuns: 60 },
    );
  });

  it('is blind to what happens beyond it', () => {
    const spot = fc.record({ x: fc.integer({ min: 11, max: 29 }), y: fc.integer({ min: 2, max: 29 }) });
    const scene = fc.record({ block: spot, mate: spot, weight: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(scene, scene, (far, other) => {
        const views = [far, other].map(({ block, mate, weight }) => {
          const near = { x: 4, y: 4, side: 2, weight: 2 };
          const beyond = { x: block.x, y: block.y, side: 1, weight };
          const staged = stage({
            agents: [{ x: 2, y: 2 }, { x: 2.6, y: 4 }, mate],
            blocks: [near, beyond],
            arena: 32,
            options: { sightMeters: 6 },
          });
          const view = JSON.stringify(staged.simulation.observe(0));
          staged.simulation.free();
          return view;
        });
        return views[0] === views[1] && views[0]?.includes('"b1"');
      }),
    );
  });

  it('knows each weight in one seat only', () => {
    const near = findScenario('push-private-v0');
    const setup = setUp(near, 5, 3, { sightMeters: 100 }).setup;
    const simulation = near.create(setup);
    const views = [0, 1, 2].map((seat) => (simulation.observe(seat) as unknown as Seen).blocks);
    simulation.free();
    const knowing = views[0]?.map((_, i) => views.filter((blocks) => blocks[i]?.weight !== null).length);
    expect(knowing).toEqual(Array<number>(9).fill(1));
  });
});

interface Seen {
  readonly self: { readonly x: number; readonly y: number };
  readonly teammates: readonly { readonly x: number; readonly y: number }[];
  readonly blocks: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly side?: number;
    readonly weight: number | null;
    readonly blockers: readonly string[];
  }[];
}
