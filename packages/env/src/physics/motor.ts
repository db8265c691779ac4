import { AGENT_MASS_KG, TICK_SECONDS } from './constants.js';

/** What an agent's motor is asked to do for one tick. */
export interface MotorCommand {
  /** Unit direction of travel; (0, 0) brakes. */
  readonly directionX: number;
  readonly directionY: number;
  /** Wanted speed, metres per second. */
  readonly speed: number;
  /** Pushing: full force until the speed is reached. Otherwise just the force that reaches it within a tick. */
  readonly press: boolean;
}

/** Stand still. */
export const BRAKE: MotorCommand = { directionX: 0, directionY: 0, speed: 0, press: false };

/** Velocity and strength of the driven body. */
export interface MotorState {
  readonly vx: number;
  readonly vy: number;
  readonly maxNewtons: number;
}

// Near the wanted speed a pressing motor eases off too, else free-running agents would jerk.
const PRESS_BELOW = 0.9;
// Squared speed below which a braking agent counts as still and may fall asleep.
const AT_REST = 1e-8;

/**
 * Force of the motor for the coming tick, newtons. Walking and braking are deadbeat: the force that reaches the wanted
 * velocity within one tick, capped. A light agent that walks into a block therefore pushes with under half its
 * strength. Pressing applies full force along the direction until close to the wanted speed; a proportional motor
 * would push blocks at half the pace.
 */
export function motorForce(command: MotorCommand, state: MotorState, out: { x: number; y: number }): void {
  const { directionX: ux, directionY: uy, speed } = command;
  if (speed === 0 && state.vx * state.vx + state.vy * state.vy < AT_REST) {
    out.x = 0;
    out.y = 0;
    return;
  }
  const gain = AGENT_MASS_KG / TICK_SECONDS;
  let fx = (ux * speed - state.vx) * gain;
  let fy = (uy * speed - state.vy) * gain;
  const along = state.vx * ux + state.vy * uy;
  if (command.press && along < speed * PRESS_BELOW) {
    // Sideways still deadbeat.
    fx = ux * state.maxNewtons - (state.vx - along * ux) * gain;
    fy = uy * state.maxNewtons - (state.vy - along * uy) * gain;
  }
  const size = Math.sqrt(fx * fx + fy * fy);
  const scale = size > state.maxNewtons ? state.maxNewtons / size : 1;
  out.x = fx * scale;
  out.y = fy * scale;
}
