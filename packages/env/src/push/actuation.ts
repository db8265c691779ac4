import { createRng } from '../rng/create-rng.js';
import { direction } from '../physics/trig.js';

/** Ticks for which one error of the motors lasts. */
const ERROR_TICKS = 12;

/**
 * Bends and weakens a driving force by a seeded error that changes five times a second.
 * @param deviation standard deviation of the direction (radians) and of the relative loss of force
 */
export function actuate(
  force: { x: number; y: number },
  deviation: number,
  seed: number,
  seat: number,
  tick: number,
): void {
  const rng = createRng(seed, 'actuation', seat, Math.floor(tick / ERROR_TICKS));
  const turn = direction(rng.normal() * deviation);
  const strength = Math.max(0, 1 - Math.abs(rng.normal()) * deviation);
  const { x, y } = force;
  force.x = (x * turn.x - y * turn.y) * strength;
  force.y = (x * turn.y + y * turn.x) * strength;
}
