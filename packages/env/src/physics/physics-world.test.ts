import { afterEach, describe, expect, it } from 'vitest';
import { AGENT_MASS_KG, TICK_SECONDS } from './constants.js';
import { PhysicsWorld } from './physics-world.js';

const worlds: PhysicsWorld[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.free();
});

const create = (): PhysicsWorld => {
  const world = PhysicsWorld.create();
  worlds.push(world);
  return world;
};

const radius = 0.3;
const box = (x: number, y: number, weight: number, side = 1) => ({ x, y, width: side, height: side, weight });

/** Steps with a constant force on each driven body; measures at every `every`th tick. */
function run(world: PhysicsWorld, ticks: number, forces: Record<number, [number, number]>, every = 0): void {
  for (let tick = 1; tick <= ticks; tick++) {
    for (const [body, [x, y]] of Object.entries(forces)) world.drive(Number(body), x, y);
    world.step(every > 0 && tick % every === 0);
  }
}

describe('a removed body', () => {
  /** Three blocks in a column (1 to 3) with an agent (0) that pushes the middle one. */
  const pushed = (): PhysicsWorld => {
    const world = create();
    world.addAgent({ x: -0.82, y: 2, radius });
    for (const y of [0, 2, 4]) world.addBlock(box(0, y, 1));
    run(world, 30, { 0: [9.5, 0] }, 6);
    return world;
  };

  it('reads as not a number, whatever happens later', () => {
    const world = pushed();
    expect(world.x[2]).toBeGreaterThan(0);
    world.remove(2);
    expect([world.x[2], world.y[2], world.vx[2], world.vy[2]]).toEqual([NaN, NaN, NaN, NaN]);
    expect(world.has(2)).toBe(false);
    run(world, 10, { 0: [1, 0] });
    expect(world.x[2]).toBeNaN();
    expect(world.numbers()).toHaveLength(4 * 3);
    expect(world.numbers().every(Number.isFinite)).toBe(true);
  });

  it('is gone from the floor: who pushed it runs through, the others stay', () => {
    const world = pushed();
    world.remove(2);
    run(world, 90, { 0: [0.05, 0] }, 6);
    expect(world.x[0]).toBeGreaterThan(1);
    expect([world.x[1], world.y[1], world.x[3], world.y[3]]).toEqual([0, 0, 0, 4]);
    expect(world.contactForces()).toEqual([]);
  });

  it('takes orders without harm', () => {
    const world = pushed();
    world.remove(2);
    world.remove(2);
    world.remove(99);
    world.setLocked(2, 1, true);
    run(world, 10, { 2: [5, 5], 0: [0, 0] }, 1);
    expect(world.count).toBe(4);
    expect(world.x[2]).toBeNaN();
  });

  it('leaves its number to nobody, and its contacts are not reported', () => {
    const world = pushed();
    expect(world.contactForces().map(({ bodyA, bodyB }) => [bodyA, bodyB])).toEqual([[0, 2]]);
    world.remove(2);
    expect(world.contactForces()).toEqual([]);
    const added = world.addBlock(box(9, 9, 1));
    expect(added).toBe(4);
    run(world, 2, {}, 1);
    expect([world.x[2], world.x[4]]).toEqual([NaN, 9]);
    expect(world.contactForces()).toEqual([]);
  });
});

describe('a saved world', () => {
  /** A pusher, a locked block, a sleeper and a removed block: all that a state can hold. */
  const busy = (): PhysicsWorld => {
    const world = create();
    world.addBarrier({ x: 6, y: 0, width: 1, height: 20 }, 'wall');
    for (const y of [0, 3, 8]) world.addAgent({ x: -0.82, y, radius });
    world.addBlock(box(0, 0, 1));
    const locked = world.addBlock(box(0, 3, 1));
    world.addBlock(box(2, 0.4, 2));
    world.remove(world.addBlock(box(0, -3, 1)));
    world.setLocked(locked, 1, true);
    return world;
  };

  const FORCES: Record<number, [number, number]> = { 0: [9.8, 0.4], 1: [9.9, 0], 2: [0, 0] };

  it.each([1, 7, 60, 200])('goes on bit for bit from tick %i, contact forces included', (ticks) => {
    const world = busy();
    run(world, ticks, FORCES, 6);
    const restored = PhysicsWorld.restore(structuredClone(world.save()));
    worlds.push(restored);
    expect(restored.numbers()).toEqual(world.numbers());
    expect(restored.count).toBe(world.count);
    for (let tick = 1; tick <= 200; tick++) {
      for (const one of [world, restored]) {
        if (tick === 100) one.setLocked(4, 1, false);
        if (tick === 150) one.remove(3);
        run(one, 1, FORCES, tick % 6 === 0 ? 1 : 0);
      }
      expect(restored.numbers()).toEqual(world.numbers());
      expect(tick % 6 === 0 ? restored.contactForces() : []).toEqual(
        tick % 6 === 0 ? world.contactForces() : [],
      );
    }
    // The lock has held and has opened again.
    expect(world.x[4]).toBeGreaterThan(0.1);
  });

  it('is not touched by what its copy does', () => {
    const world = busy();
    const saved = world.save();
    const restored = PhysicsWorld.restore(saved);
    worlds.push(restored);
    restored.remove(3);
    run(restored, 30, FORCES);
    expect(world.has(3)).toBe(true);
    const again = PhysicsWorld.restore(saved);
    worlds.push(again);
    expect(again.numbers()).toEqual(world.numbers());
  });
});

describe('contact forces', () => {
  // Rapier reports force x (n+1)/n for n solver iterations; this pins the correction.
  it.each([1, 2, 5, 8, 10])('a push of %i N against a block that stays reads as such', (newtons) => {
    const world = create();
    const agent = world.addAgent({ x: -0.81, y: 0, radius });
    const block = world.addBlock(box(0, 0, 3));
    run(world, 120, { [agent]: [newtons, 0] }, 6);
    const [contact, ...others] = world.contactForces();
    expect(others).toEqual([]);
    expect(contact).toMatchObject({ bodyA: agent, bodyB: block });
    expect(Math.abs((contact?.force ?? NaN) / newtons - 1)).toBeLessThan(0.02);
  });

  it('a second row presses through the first', () => {
    const world = create();
    world.addAgent({ x: -0.81, y: 0, radius });
    world.addAgent({ x: -1.42, y: 0, radius });
    const block = world.addBlock(box(0, 0, 3));
    run(world, 120, { 0: [6, 0], 1: [7, 0] }, 6);
    const onBlock = world.contactForces().filter(({ bodyB }) => bodyB === block);
    expect(onBlock.map(({ bodyA }) => bodyA)).toEqual([0]);
    expect(Math.abs((onBlock[0]?.force ?? NaN) / 13 - 1)).toBeLessThan(0.02);
  });

  it('come in the order of body numbers', () => {
    const world = create();
    const block = world.addBlock(box(0, 0, 3, 2));
    for (const y of [0.5, -0.5]) world.addAgent({ x: -1.31, y, radius });
    world.addAgent({ x: 0, y: 1.31, radius });
    run(world, 60, { 1: [4, 0], 2: [4, 0], 3: [0, -4] }, 6);
    expect(world.contactForces().map(({ bodyA, bodyB }) => [bodyA, bodyB])).toEqual([
      [block, 1],
      [block, 2],
      [block, 3],
    ]);
  });

  it('cost nothing: a world that measures goes the same way as one that does not', () => {
    const [watched, blind] = [1, 0].map((every) => {
      const world = create();
      world.addAgent({ x: -0.9, y: 0.1, radius });
      world.addBlock(box(0, 0, 1));
      world.addBlock(box(2, 0.3, 1));
      run(world, 200, { 0: [10, 0] }, every);
      return world.numbers();
    });
    expect(watched).toEqual(blind);
  });
});

describe('the floor', () => {
  it('has walls for all and fences for agents only', () => {
    const world = create();
    world.addBarrier({ x: 3, y: 0, width: 1, height: 4 }, 'fence');
    world.addBarrier({ x: 6, y: 0, width: 1, height: 4 }, 'wall');
    world.addAgent({ x: -1, y: 0, radius });
    world.addAgent({ x: 4, y: 1, radius });
    const block = world.addBlock(box(0, 0, 1));
    run(world, 240, { 0: [9.8, 0], 1: [1, 0] });
    // The agent pushes the block under the fence and stays before it, the other stands at the wall.
    expect(world.x[block]).toBeGreaterThan(2.6);
    expect(world.x[0]).toBeLessThan(2.21);
    expect(world.x[1]).toBeCloseTo(5.2, 1);
  });

  it('holds a lock against any team, and lets go again', () => {
    const world = create();
    world.addAgent({ x: -0.81, y: 0, radius });
    const block = world.addBlock(box(0, 0, 1));
    world.setLocked(block, 1, true);
    run(world, 60, { 0: [100, 0] });
    expect(Math.abs(world.x[block] ?? NaN)).toBeLessThan(0.01);
    world.setLocked(block, 1, false);
    run(world, 40, { 0: [10, 0] });
    expect(world.x[block]).toBeGreaterThan(0.2);
  });

  it('does not brake agents, nor turn anything', () => {
    const world = create();
    world.addAgent({ x: 0, y: 0, radius });
    run(world, 1, { 0: [(AGENT_MASS_KG * 2) / TICK_SECONDS, 0] });
    expect(world.vx[0]).toBeCloseTo(2, 5);
    run(world, 60, { 0: [0, 0] });
    expect(world.vx[0]).toBeCloseTo(2, 5);
  });

  it('has room for 1024 bodies', () => {
    const world = create();
    for (let i = 0; i < 1024; i++) world.addAgent({ x: i, y: 0, radius });
    expect(() => world.addAgent({ x: 0, y: 9, radius })).toThrow('at most 1024');
  });
});
