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
    carriages: [],
    joints: [],
  };
}

/**
 * A box with ground friction as force balance. For each axis a motorised slider holds a carriage on the ground at
 * velocity zero with a capped force, and the block can slide along the carriage across that axis. Both are solved
 * together with the contacts, so that pushes below the cap move nothing; friction applied between steps would let
 * sub-quorum teams creep, and so would a motor between carriage and block (1.5 m in 60 s at weight 2).
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
  const ground = world.bodies.get(0);
  if (!ground) throw new RangeError('the ground is the first body of a world');
  const zero = { x: 0, y: 0 };
  const axes = [
    { along: { x: 1, y: 0 }, across: { x: 0, y: 1 } },
    { along: { x: 0, y: 1 }, across: { x: 1, y: 0 } },
  ].map(({ along, across }) => {
    const carriage = world.createRigidBody(dynamic(x, y).setAdditionalMass(CARRIAGE_MASS_KG * weight));
    const motor = world.createImpulseJoint(
      RAPIER.JointData.prismatic({ x, y }, zero, along),
      ground,
      carriage,
      true,
    ) as InstanceType<typeof RAPIER.PrismaticImpulseJoint>;
    motor.configureMotorModel(RAPIER.MotorModel.ForceBased);
    motor.configureMotorVelocity(0, FRICTION_GAIN);
    motor.setMotorMaxForce(frictionNewtons(weight));
    motor.setContactsEnabled(false);
    const slider = RAPIER.JointData.prismatic(zero, zero, across);
    world.createImpulseJoint(slider, carriage, block, true).setContactsEnabled(false);
    return { carriage: carriage.handle, motor: motor.handle };
  });
  return {
    handle: block.handle,
    collider: collider.handle,
    carriages: axes.map(({ carriage }) => carriage),
    joints: axes.map(({ motor }) => motor),
  };
}
