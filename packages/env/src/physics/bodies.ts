import type { Rect } from '@quorum/events';
import {
  AGENT_MASS_KG,
  BLOCK_MASS_KG,
  CARRIAGE_MASS_KG,
  CONTACT_FRICTION,
  FRICTION_GAIN,
  frictionNewtons,
} from './constants.js';
import { RAPIER } from './engine.js';
import { AGENT_GROUPS, BLOCK_GROUPS } from './groups.js';
import type { BodyRecord } from './physics-world.js';

type World = InstanceType<typeof RAPIER.World>;

/** Where and how big an agent is, metres. */
export interface AgentShape {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Where and how big a block is, metres, and how many agents it takes. */
export interface BlockShape extends Rect {
  readonly weight: number;
}

const dynamic = (x: number, y: number) => RAPIER.RigidBodyDesc.dynamic().setTranslation(x, y).lockRotations();

/** A solid, slippery rectangle without a body: who is pinned against it by a block can still slip out sideways. */
export function addBarrier(world: World, rect: Rect, groups: number): void {
  world.createCollider(
    RAPIER.ColliderDesc.cuboid(rect.width / 2, rect.height / 2)
      .setTranslation(rect.x, rect.y)
      .setFriction(0)
      .setFrictionCombineRule(RAPIER.CoefficientCombineRule.Min)
      .setCollisionGroups(groups),
  );
}

/** A disc without ground friction: its motor brakes it. */
export function addAgentBody(world: World, shape: AgentShape): BodyRecord {
  const body = world.createRigidBody(dynamic(shape.x, shape.y));
  const collider = world.createCollider(
    RAPIER.ColliderDesc.ball(shape.radius)
      .setMass(AGENT_MASS_KG)
      .setFriction(CONTACT_FRICTION)
      .setCollisionGroups(AGENT_GROUPS),
    body,
  );
  return {
    handle: body.handle,
    collider: collider.handle,
    carriage: null,
    joints: [],
  };
}

/**
 * A box with ground friction as force balance: two motorised sliders (x through a light carriage, then y) hold it at
 * velocity zero with a capped force. They are solved together with the contacts, so that pushes below the cap move
 * nothing; friction applied between steps would let sub-quorum teams creep.
 */
export function addBlockBody(world: World, shape: BlockShape): BodyRecord {
  const { x, y, weight } = shape;
  const block = world.createRigidBody(dynamic(x, y));
  const collider = world.createCollider(
    RAPIER.ColliderDesc.cuboid(shape.width / 2, shape.height / 2)
      .setMass(BLOCK_MASS_KG * weight)
      .setFriction(CONTACT_FRICTION)
      .setCollisionGroups(BLOCK_GROUPS)
      .setActiveEvents(RAPIER.ActiveEvents.CONTACT_FORCE_EVENTS)
      .setContactForceEventThreshold(0.01),
    block,
  );
  const carriage = world.createRigidBody(dynamic(x, y).setAdditionalMass(CARRIAGE_MASS_KG * weight));
  const ground = world.bodies.get(0);
  if (!ground) throw new RangeError('the ground is the first body of a world');
  const zero = { x: 0, y: 0 };
  const sliders = [
    RAPIER.JointData.prismatic({ x, y }, zero, { x: 1, y: 0 }),
    RAPIER.JointData.prismatic(zero, zero, { x: 0, y: 1 }),
  ].map((data, i) => world.createImpulseJoint(data, i ? carriage : ground, i ? block : carriage, true));
  for (const slider of sliders) {
    const motor = slider as InstanceType<typeof RAPIER.PrismaticImpulseJoint>;
    motor.configureMotorModel(RAPIER.MotorModel.ForceBased);
    motor.configureMotorVelocity(0, FRICTION_GAIN);
    motor.setMotorMaxForce(frictionNewtons(weight));
    motor.setContactsEnabled(false);
  }
  return {
    handle: block.handle,
    collider: collider.handle,
    carriage: carriage.handle,
    joints: sliders.map((slider) => slider.handle),
  };
}
