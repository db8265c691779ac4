import { createPush } from '../../packages/env/dist/push/create-push.js';
import { PhysicsWorld } from '../../packages/env/dist/physics/physics-world.js';
import { pushOptions } from '../../packages/env/dist/push/options.js';
import { createEventLog } from '../../packages/events/dist/node/index.js';
import { median, time } from './measure.js';

const ARENA = 64;
const SLICE_TICKS = 100;
const SLICES = 12;
const ROUNDS = 3;

const LANE_METERS = 4;

/** Teams push blocks along free lanes, small blocks stand between the lanes, the other agents walk across. */
function scene(agents, blocks, weight) {
  const teams = Math.max(1, Math.floor(agents / 2 / weight));
  const pushed = Array.from({ length: teams }, (_, i) => ({
    id: `b${i + 1}`,
    x: 4,
    y: 2 + LANE_METERS * i,
    side: 2,
    weight,
  }));
  const standing = Array.from({ length: blocks - teams }, (_, i) => ({
    id: `b${teams + i + 1}`,
    x: 8 + Math.floor(i / 15) * 6,
    y: 4 + LANE_METERS * (i % 15),
    side: 0.5,
    weight: 3,
  }));
  const starts = Array.from({ length: agents }, (_, i) => {
    const team = Math.floor(i / weight);
    if (team < teams) {
      return {
        x: 2.69 - 0.61 * Math.floor((i % weight) / 3),
        y: 2 + LANE_METERS * team + 0.65 * ((i % 3) - 1),
      };
    }
    return { x: 12 + 6 * (i % 8), y: 3.2 + LANE_METERS * ((i >> 3) + 4) };
  });
  const layout = {
    arena: { width: ARENA, height: ARENA },
    goalX: ARENA - 1,
    blocks: [...pushed, ...standing],
    agents: starts,
  };
  return { pushers: teams * weight, layout };
}

/** A simulation whose seats are given something new to do whenever they have nothing to do. */
function full(agents, blocks, weight) {
  const { pushers, layout } = scene(agents, blocks, weight);
  const header = { format: 'quorum-log/1', team: [], clock: {}, options: {}, versions: {} };
  const log = createEventLog(header, () => {});
  const idle = new Set(Array.from({ length: agents }, (_, i) => i));
  let simulation = null;
  const emit = (draft) => {
    if (draft.type === 'action.ended') idle.add(draft.seat);
    return log.append(draft, simulation?.tick ?? 0, 0).seq;
  };
  const setup = { seed: 1, seats: agents, horizonTicks: 3600, options: {}, emit, onFrame: () => {} };
  simulation = createPush({
    setup,
    scenario: 'bench',
    options: pushOptions.parse({}),
    layout,
    knows: () => true,
  });
  let goals = 0;
  return {
    simulation,
    tick() {
      for (const seat of idle) {
        const block = layout.blocks[Math.floor(seat / weight) % blocks].id;
        goals += 5;
        const action =
          seat < pushers
            ? { type: 'push', block, meters: 100 }
            : { type: 'navigate', x: 11 + 6 * (goals % 8), y: 2 + LANE_METERS * ((goals >> 3) % 16) };
        simulation.assign(seat, { action, task: seat < pushers ? `${block}/left` : null, inputs: [] });
      }
      idle.clear();
      simulation.step();
    },
  };
}

/** Forces of every tick of a full run, so that the bare world goes through the same motion. */
function record(agents, blocks, weight) {
  const forces = [];
  const original = PhysicsWorld.prototype.drive;
  PhysicsWorld.prototype.drive = function (index, x, y) {
    forces.at(-1)[index] = { x, y };
    original.call(this, index, x, y);
  };
  const run = full(agents, blocks, weight);
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
  const { simulation } = full(agents, blocks, weight);
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

function compare(agents, blocks, weight) {
  const forces = record(agents, blocks, weight);
  const ratios = [];
  const fullMicros = [];
  for (let round = 0; round < ROUNDS; round++) {
    const a = full(agents, blocks, weight);
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
      ratios.push(fullTime / bareTime);
      fullMicros.push((fullTime / SLICE_TICKS) * 1000);
    }
    a.simulation.free();
    b.simulation.free();
  }
  return { ratio: median(ratios), micros: median(fullMicros) };
}

/** What a full tick costs over the bare physics step, and what a world costs to make, save and restore. */
export async function bench() {
  const small = compare(4, 1, 4);
  const large = compare(64, 128, 2);
  return [
    { name: 'tick over bare step, 4 agents + 1 block', value: small.ratio, unit: 'x', limit: 1.6 },
    { name: 'tick, 4 agents + 1 block', value: small.micros, unit: 'us' },
    { name: 'tick over bare step, 64 agents + 128 blocks', value: large.ratio, unit: 'x', limit: 1.3 },
    { name: 'tick, 64 agents + 128 blocks', value: large.micros, unit: 'us' },
  ];
}
