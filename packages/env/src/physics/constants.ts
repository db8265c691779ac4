import { TICKS_PER_SECOND } from '@quorum/events';

/** Seconds of body time per tick. */
export const TICK_SECONDS = 1 / TICKS_PER_SECOND;

/** Driving force of a standard agent, newtons. One unit of block weight resists just under it. */
export const AGENT_FORCE_NEWTONS = 10;

/** Radius of a standard agent, metres. */
export const AGENT_RADIUS_METERS = 0.3;

/** Walking speed of a standard agent, metres per second. */
export const AGENT_SPEED = 1.5;

/** Agents are light, so that ramming a block carries little momentum. */
export const AGENT_MASS_KG = 0.03;

/** Friction lacks this share of one agent's force, so that exact quorum is enough and one agent less is not. */
const FRICTION_MARGIN = 0.1;

/** Mass of a block per unit of weight. */
export const BLOCK_MASS_KG = 0.25;

/**
 * Mass of each of the two hidden bodies that friction holds for a block, per unit of weight. As heavy as the block: a
 * light one passes friction on too slowly within a step, so that ramming teams creep.
 */
export const CARRIAGE_MASS_KG = 0.25;

/** Coulomb friction of every surface against every other. */
export const CONTACT_FRICTION = 0.2;

/** Gain of the friction motors: stiff enough that only their force cap matters. */
export const FRICTION_GAIN = 1e6;

/** Holding force of a locked block, newtons: beyond any team. */
export const LOCKED_NEWTONS = 1e5;

/** Ground friction of a block of this weight, newtons. */
export function frictionNewtons(weight: number): number {
  return (weight - FRICTION_MARGIN) * AGENT_FORCE_NEWTONS;
}
