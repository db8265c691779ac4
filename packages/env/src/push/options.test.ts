import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { scenarios } from '../registry.js';
import type { PushObservation } from './observation.js';
import { pushOptions } from './options.js';
import { atLeftFace, stage, type Staged } from './testing.js';

const stages: Staged[] = [];
afterEach(() => {
  for (const { simulation } of stages.splice(0)) simulation.free();
});

const set = (...scene: Parameters<typeof stage>): Staged => {
  const staged = stage(...scene);
  stages.push(staged);
  return staged;
};

const see = ({ simulation }: Staged, seat: number, privileged = false): PushObservation =>
  simulation.observe(seat, privileged) as unknown as PushObservation;

const block = { x: 5, y: 5, side: 1, weight: 1 };
const push = { type: 'push', block: 'b1', meters: 3 };

describe('schema', () => {
  it('fills in a standard team that sees everything without error', () => {
    expect(pushOptions.parse({})).toEqual({
      sightMeters: null,
      bodies: [],
      sensingNoiseMeters: 0,
      actuationNoise: 0,
      lockedWeights: [],
      keySeats: [],
    });
    expect(pushOptions.parse({ bodies: [{ seat: 1 }] }).bodies).toEqual([
      { seat: 1, forceNewtons: 10, radiusMeters: 0.3, speedMetersPerSecond: 1.5 },
    ]);
  });

  it.each(scenarios)('$name refuses an option that it does not know', ({ options }) => {
    const issues = options.safeParse({ sightMetres: 5 }).error?.issues;
    expect(issues).toMatchObject([{ code: 'unrecognized_keys', keys: ['sightMetres'] }]);
  });

  it.each([
    { bodies: [{ seat: 1 }, { seat: 1 }] },
    { keySeats: [0, 0] },
    { bodies: [{ seat: 0, forceNewtons: -1 }] },
    { bodies: [{ seat: 0, radiusMeters: 0.5 }] },
    { bodies: [{ seat: 0, mass: 1 }] },
    { bodies: [{ seat: 0.5 }] },
    { sightMeters: 0 },
    { sensingNoiseMeters: -1 },
    { actuationNoise: 2 },
    { lockedWeights: [0] },
  ])('refuses %j', (options) => expect(pushOptions.safeParse(options).success).toBe(false));
});

describe('seats named by options', () => {
  const cases = scenarios.flatMap((scenario) =>
    [{ keySeats: [2] }, { bodies: [{ seat: 2 }] }]
      .filter((options) => scenario.options.safeParse(options).success)
      .map((options) => ({ name: scenario.name, scenario, options })),
  );

  it.each(cases)('$name refuses $options in a team of two', ({ scenario, options }) => {
    const create = (seats: number) => {
      const parsed = scenario.options.parse(options);
      return scenario.create({ seed: 1, seats, horizonTicks: 60, options: parsed, emit: () => 0 });
    };
    expect(() => create(2)).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringMatching(/^options\.(keySeats|bodies): .*seat 2.*team of 2/) as string,
        fix: 'Seats are numbered from 0 to 1.',
      }),
    );
    create(3).free();
  });
});

describe('bodies', () => {
  const body = (change: object) => ({
    bodies: pushOptions.parse({ bodies: [{ seat: 0, ...change }] }).bodies,
  });
  const movedBy = (forceNewtons: number, weight: number): number => {
    const options = body({ forceNewtons });
    const staged = set({ agents: atLeftFace(block, 1), blocks: [{ ...block, weight }], options });
    staged.act(0, push);
    staged.run(1.5);
    return (see(staged, 0).blocks[0]?.x ?? NaN) - block.x;
  };

  it('a strong agent moves what takes two, a weak one not even what takes one', () => {
    expect(movedBy(10, 2)).toBe(0);
    expect(movedBy(20, 2)).toBeGreaterThan(0.5);
    expect(movedBy(10, 1)).toBeGreaterThan(0.5);
    expect(movedBy(8, 1)).toBe(0);
  });

  it('a fast agent comes further', () => {
    const walked = (speedMetersPerSecond: number): number => {
      const options = body({ speedMetersPerSecond });
      const staged = set({ agents: [{ x: 1, y: 5 }], blocks: [], options });
      staged.act(0, { type: 'move', direction: 'right', meters: 9 });
      staged.run(2);
      return see(staged, 0).self.x - 1;
    };
    expect(walked(1.5)).toBeCloseTo(3, 1);
    expect(walked(3)).toBeCloseTo(6, 1);
    expect(walked(0.5)).toBeCloseTo(1, 1);
  });

  it('a big agent stops further from the wall, and finds less room at a face', () => {
    const options = body({ radiusMeters: 0.35 });
    const agents = [
      { x: 1, y: 5 },
      { x: 1, y: 9 },
    ];
    const staged = set({ agents, blocks: [{ ...block, x: 8, side: 1.3 }], options });
    for (const seat of [0, 1]) staged.act(seat, { type: 'move', direction: 'left', meters: 2 });
    staged.run(3);
    expect(see(staged, 0).self.x).toBeCloseTo(0.35, 2);
    expect(see(staged, 1).self.x).toBeCloseTo(0.3, 2);
    const places = [0, 1].map((seat) => see(staged, seat).blocks[0]?.faces.left.positions.length);
    expect(places).toEqual([1, 2]);
    const shapes = staged.of('world.bodyAdded').map(({ shape }) => shape);
    expect(shapes).toMatchObject([{ radius: 0.35 }, { radius: 0.3 }, { width: 1.3 }]);
  });

  it('a seat knows its own body', () => {
    const change = { forceNewtons: 4, radiusMeters: 0.2, speedMetersPerSecond: 1 };
    const staged = set({ agents: atLeftFace(block, 2), blocks: [block], options: body(change) });
    expect(see(staged, 0).self).toMatchObject({ forceNewtons: 4, radius: 0.2, speed: 1 });
    expect(see(staged, 1).self).toMatchObject({ forceNewtons: 10, radius: 0.3, speed: 1.5 });
  });
});

describe('sensing noise', () => {
  const scene = {
    agents: [
      { x: 2, y: 5 },
      { x: 2, y: 9 },
    ],
    blocks: [block, { ...block, y: 9 }],
  };
  const noisy = (seed: number, deviation = 0.3) =>
    set({ ...scene, seed, options: { sensingNoiseMeters: deviation } });

  it('moves every position but the own, by about its standard deviation, and only what is shown', () => {
    const errors: number[] = [];
    for (let seed = 1; seed <= 40; seed++) {
      const staged = noisy(seed);
      const { self, blocks, teammates } = see(staged, 0);
      expect(self).toMatchObject(scene.agents[0] ?? {});
      blocks.forEach(({ x, y }, i) =>
        errors.push(x - (scene.blocks[i]?.x ?? NaN), y - (scene.blocks[i]?.y ?? NaN)),
      );
      for (const mate of teammates) errors.push(mate.x - 2, mate.y - 9);
      expect(see(staged, 0, true).blocks).toMatchObject(scene.blocks.map(({ x, y }) => ({ x, y })));
    }
    const mean = errors.reduce((sum, error) => sum + error) / errors.length;
    const variance = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    // 240 draws: the standard error of the mean is 0.02, that of the deviation 0.014.
    expect(Math.abs(mean)).toBeLessThan(0.08);
    expect(Math.sqrt(variance)).toBeGreaterThan(0.25);
    expect(Math.sqrt(variance)).toBeLessThan(0.35);
  });

  it('is the same whenever a seat looks at one moment, and another at the next, for another seat or seed', () => {
    const view = (staged: Staged, seat: number) => see(staged, seat).blocks.map(({ x, y }) => [x, y]);
    const staged = noisy(1);
    const first = view(staged, 0);
    expect(view(staged, 0)).toEqual(first);
    expect(view(noisy(1), 0)).toEqual(first);
    expect(view(staged, 1)).not.toEqual(first);
    expect(view(noisy(2), 0)).not.toEqual(first);
    staged.run(1 / 60);
    expect(view(staged, 0)).not.toEqual(first);
  });

  it('says one thing: faces, distances and proposals follow the position that is shown', () => {
    const [seen] = see(noisy(3), 0).blocks;
    const left = seen?.faces.left.positions[0];
    expect(left?.[0]).toBeCloseTo((seen?.x ?? NaN) - 0.5 - 0.31, 1);
    expect(seen?.distanceToGoal).toBeCloseTo(14 - (seen?.x ?? NaN) - 0.5, 1);
  });
});

describe('actuation noise', () => {
  /** Every pose of two agents, one of whom pushes a block while the other walks. */
  const track = (actuationNoise: number, seed: number): string => {
    const poses: string[] = [];
    const staged = set({
      agents: [...atLeftFace(block, 1), { x: 1, y: 9 }],
      blocks: [block],
      seed,
      options: { actuationNoise },
      onFrame: (frame) => poses.push(JSON.stringify(frame.poses)),
    });
    staged.act(0, push);
    staged.act(1, { type: 'move', direction: 'right', meters: 9 });
    staged.run(2);
    return poses.join();
  };

  it('leads astray reproducibly, each seed in another way, and not at all when it is zero', () => {
    const seeds = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(track(0, seed)).toBe(track(0, seed + 1));
        expect(track(0.3, seed)).toBe(track(0.3, seed));
        expect(track(0.3, seed)).not.toBe(track(0.3, seed + 1));
        expect(track(0.3, seed)).not.toBe(track(0, seed));
      }),
      { numRuns: 5 },
    );
  });

  it('weakens: exact quorum is no longer enough', () => {
    const moved = (actuationNoise: number): number => {
      const pair = { x: 5, y: 5, side: 2, weight: 2 };
      const staged = set({ agents: atLeftFace(pair, 2), blocks: [pair], options: { actuationNoise } });
      for (const seat of [0, 1]) staged.act(seat, push);
      staged.run(1.5);
      return (see(staged, 0).blocks[0]?.x ?? NaN) - 5;
    };
    expect(moved(0.5)).toBeLessThan(0.5 * moved(0));
  });
});

describe('locks and keys', () => {
  const locked = (keySeats: number[]) =>
    set({
      agents: [...atLeftFace(block, 1), { x: 2, y: 2 }],
      blocks: [block, { ...block, y: 9, side: 2, weight: 2 }],
      options: { lockedWeights: [1], keySeats },
    });
  const seenLocks = (staged: Staged): boolean[] => see(staged, 0).blocks.map((seen) => seen.locked);

  it('lock the blocks of the named weights, and announce who holds a key', () => {
    const staged = locked([1]);
    expect(seenLocks(staged)).toEqual([true, false]);
    expect(staged.of('capability.changed')).toMatchObject([{ seat: 1, capability: 'key', change: 'gained' }]);
    expect([0, 1].map((seat) => see(staged, seat).self.hasKey)).toEqual([false, true]);
  });

  it('hold against a pusher without a key, however strong', () => {
    const strong = { seat: 0, forceNewtons: 100, radiusMeters: 0.3, speedMetersPerSecond: 1.5 };
    const staged = set({
      agents: atLeftFace(block, 1),
      blocks: [block],
      options: { lockedWeights: [1], bodies: [strong] },
    });
    staged.act(0, push);
    staged.run(3.5);
    expect(staged.outcome(0)).toBe('missing_capability');
    expect(see(staged, 0).blocks[0]?.x).toBe(5);
  });

  it('open for good as soon as a seat with a key pushes', () => {
    const staged = locked([0]);
    staged.act(0, push);
    staged.run(0.1);
    expect(seenLocks(staged)).toEqual([false, false]);
    staged.act(0, null);
    staged.run(1);
    expect(seenLocks(staged)).toEqual([false, false]);
  });

  it('are proposed to those who can open them, or help those who can', () => {
    const tasks = (keySeats: number[], weight: number): (string | undefined)[] => {
      const [pushNine] = scenarios;
      const staged = set({
        agents: [{ x: 1, y: 2 }],
        blocks: [{ ...block, weight }],
        options: { lockedWeights: [weight], keySeats },
      });
      return pushNine?.proposals(staged.simulation.observe(0)).map(({ task }) => task) ?? [];
    };
    expect(tasks([0], 1)).toEqual(['b1/left']);
    expect(tasks([], 1)).toEqual([]);
    expect(tasks([], 2)).toEqual(['b1/left']);
  });
});
