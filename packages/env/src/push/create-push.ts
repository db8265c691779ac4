import { QuorumError, type Emit, type Region } from '@quorum/events';
import type { SimulationState } from '../contract/simulation.js';
import { PhysicsWorld } from '../physics/physics-world.js';
import { FACES, GOAL_FACE, taskOf } from './faces.js';
import type { PushLayout } from './layout.js';
import { PushSimulation, type PushSetup } from './push-simulation.js';
import { seatBodies, type SeatBody } from './seat-body.js';
import { startState } from './start-state.js';
import type { BlockState, PushState } from './state.js';

const WALL_METERS = 1;

/** Walls all round, and a fence that keeps agents out of the goal strip. */
function buildArena(physics: PhysicsWorld, { arena: { width, height }, goalX }: PushLayout): void {
  const t = WALL_METERS;
  physics.addBarrier({ x: -t / 2, y: height / 2, width: t, height: height + 2 * t }, 'wall');
  physics.addBarrier({ x: width + t / 2, y: height / 2, width: t, height: height + 2 * t }, 'wall');
  physics.addBarrier({ x: width / 2, y: -t / 2, width: width + 2 * t, height: t }, 'wall');
  physics.addBarrier({ x: width / 2, y: height + t / 2, width: width + 2 * t, height: t }, 'wall');
  physics.addBarrier({ x: (goalX + width) / 2, y: height / 2, width: width - goalX, height }, 'fence');
}

/** Announces what a world starts with: layout, bodies, capabilities, tasks. */
export function announce(
  emit: Emit,
  layout: PushLayout,
  blocks: readonly BlockState[],
  bodies: readonly SeatBody[],
): void {
  const { arena, goalX } = layout;
  const goal: Region = {
    id: 'goal',
    kind: 'goal',
    x: (goalX + arena.width) / 2,
    y: arena.height / 2,
    width: arena.width - goalX,
    height: arena.height,
  };
  emit({ type: 'world.layout', inputs: [], arena, regions: [goal] });
  layout.agents.forEach(({ x, y }, seat) => {
    const shape = { kind: 'disc', radius: bodies[seat]?.radius ?? 0 } as const;
    emit({ type: 'world.bodyAdded', inputs: [], body: `a${seat}`, kind: 'agent', shape, x, y, seat });
  });
  const added = layout.blocks.map(({ id, x, y, side, weight }) => {
    const shape = { kind: 'box', width: side, height: side } as const;
    return emit({ type: 'world.bodyAdded', inputs: [], body: id, kind: 'block', shape, x, y, weight });
  });
  bodies.forEach(({ hasKey }, seat) => {
    if (hasKey) emit({ type: 'capability.changed', inputs: [], seat, capability: 'key', change: 'gained' });
  });
  blocks.forEach((block, index) => {
    for (const face of FACES) {
      const value = face === GOAL_FACE ? block.weight : 0;
      const inputs = [added[index] ?? 0];
      emit({
        type: 'task.opened',
        inputs,
        task: taskOf(block.id, face),
        body: block.id,
        required: block.weight,
        value,
      });
    }
  });
}

/** A fresh world. */
export function createPush(from: PushSetup): PushSimulation {
  const { setup, layout, options } = from;
  const physics = PhysicsWorld.create();
  const state: PushState = { ...startState(from), bodies: [], contacts: [] };
  const bodies = seatBodies(setup.seats, options);
  layout.agents.forEach(({ x, y }, seat) => physics.addAgent({ x, y, radius: bodies[seat]?.radius ?? 0 }));
  layout.blocks.forEach(({ x, y, side, weight }, index) => {
    const body = physics.addBlock({ x, y, width: side, height: side, weight });
    if (state.blocks[index]?.locked) physics.setLocked(body, weight, true);
  });
  buildArena(physics, layout);
  announce(setup.emit, layout, state.blocks, bodies);
  return new PushSimulation(from, physics, state);
}

/** A saved world, continued bit for bit. */
export function restorePush(from: PushSetup, saved: SimulationState): PushSimulation {
  if (!saved.engine)
    throw new QuorumError('INTERNAL', 'A saved push world must carry the state of its engine.');
  const state = structuredClone(saved.json) as unknown as PushState;
  const bodies = state.bodies;
  return new PushSimulation(from, PhysicsWorld.restore({ engine: saved.engine, bodies }), state);
}
