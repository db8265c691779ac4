import { PhysicsWorld } from '../../packages/env/dist/physics/physics-world.js';
import { median, time } from './measure.js';
import { busyWorld } from './scene.js';

const SLICE_TICKS = 100;
const SLICES = 12;
const ROUNDS = 3;

/** Forces of every tick of a full run, so that the bare world goes through the same motion. */
function record(agents, blocks, weight) {
  const forces = [];
  const original = PhysicsWorld.prototype.drive;
  PhysicsWorld.prototype.drive = function (index, x, y) {
    forces.at(-1)[index] = { x, y };
    original.call(this, index, x, y);
  };
  const run = busyWorld(agents, blocks, weight);
  for (let tick = 0; tick < SLICES * SLICE_TICKS; tick++) {
    forces.push([]);
    run.tick();
  }
  run.simulation.free();
  PhysicsWorld.prototype.drive = original;
  return forces;
}

/** The same bodies and forces with nothing but the engine's own step. */
function bare(agents, blocks, weight, forces) {
  const { simulation } = busyWorld(agents, blocks, weight);
  const { world, bodies } = simulation.physics;
  const driven = Array.from({ length: agents }, (_, seat) => world.getRigidBody(bodies[seat].handle));
  let tick = 0;
  return {
    simulation,
    tick() {
      const now = forces[tick++];
      for (let seat = 0; seat < agents; seat++) {
        const force = now[seat];
        const idle = force.x === 0 && force.y === 0;
        driven[seat].resetForces(false);
        if (!idle) driven[seat].addForce(force, true);
      }
      world.step();
    },
  };
}

function compare(rounds, agents, blocks, weight) {
  const forces = record(agents, blocks, weight);
  const ratios = [];
  const fullMicros = [];
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    const a = busyWorld(agents, blocks, weight);
    const b = bare(agents, blocks, weight, forces);
    for (let slice = 0; slice < SLICES; slice++) {
      const run = (world) =>
        time(() => {
          for (let i = 0; i < SLICE_TICKS; i++) world.tick();
        });
      // Taking turns at going first keeps drifts of the machine out of the ratio.
      const bareFirst = slice % 2 === 0 ? run(b) : null;
      const fullTime = run(a);
      const bareTime = bareFirst ?? run(b);
      if (round === 0) continue;
      ratios.push(fullTime / bareTime);
      fullMicros.push((fullTime / SLICE_TICKS) * 1000);
    }
    a.simulation.free();
    b.simulation.free();
  }
  return { ratio: median(ratios), micros: median(fullMicros) };
}

/**
 * What a full tick (controllers, physics, sampling, events) costs over the bare physics step: the same scene, the same
 * forces, the same sleeping.
 */
export async function bench({ quick = false } = {}) {
  const rounds = quick ? 1 : ROUNDS;
  const small = compare(rounds, 4, 1, 4);
  const large = compare(rounds, 64, 128, 2);
  return [
    { name: 'full tick over bare step, 4 agents + 1 block', value: small.ratio, unit: 'x', atMost: 1.6 },
    { name: 'full tick, 4 agents + 1 block', value: small.micros, unit: 'us' },
    { name: 'full tick over bare step, 64 agents + 128 blocks', value: large.ratio, unit: 'x', atMost: 1.3 },
    { name: 'full tick, 64 agents + 128 blocks', value: large.micros, unit: 'us' },
  ];
}
