import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENT_MASS_KG, TICK_SECONDS } from './constants.js';
import { BRAKE, motorForce, type MotorCommand, type MotorState } from './motor.js';

const force = (command: MotorCommand, state: MotorState): { x: number; y: number } => {
  const out = { x: NaN, y: NaN };
  motorForce(command, state, out);
  return out;
};

/** Velocity after a tick of free motion under the motor's force. */
const after = (command: MotorCommand, state: MotorState): [number, number] => {
  const { x, y } = force(command, state);
  const gain = TICK_SECONDS / AGENT_MASS_KG;
  return [state.vx + x * gain, state.vy + y * gain];
};

const strong = { vx: 0, vy: 0, maxNewtons: 10 };
const right = { directionX: 1, directionY: 0, speed: 1.5, press: false };

describe('walking', () => {
  it('reaches the wanted velocity within one tick, from any slow start', () => {
    const [vx, vy] = after(right, { ...strong, vx: -0.4, vy: 0.7 });
    expect(vx).toBeCloseTo(1.5, 10);
    expect(vy).toBeCloseTo(0, 10);
  });

  it('needs no force at the wanted velocity', () => {
    expect(force(right, { ...strong, vx: 1.5 })).toEqual({ x: 0, y: 0 });
  });

  it('pushes with under half its strength against what stands', () => {
    const { x } = force(right, strong);
    expect(x).toBeCloseTo((AGENT_MASS_KG * 1.5) / TICK_SECONDS, 10);
    expect(x).toBeLessThan(5);
  });
});

describe('braking', () => {
  it('stops within one tick', () => {
    const [vx, vy] = after(BRAKE, { ...strong, vx: 1, vy: -0.5 });
    expect(vx).toBeCloseTo(0, 10);
    expect(vy).toBeCloseTo(0, 10);
  });

  it('leaves what hardly moves alone, so that it can fall asleep', () => {
    expect(force(BRAKE, { ...strong, vx: 5e-5, vy: 5e-5 })).toEqual({ x: 0, y: 0 });
    expect(force(BRAKE, { ...strong, vx: 2e-4 }).x).toBeLessThan(0);
  });
});

describe('pressing', () => {
  const press = { ...right, press: true };

  it('applies full force until close to the wanted speed, and then only what is missing', () => {
    expect(force(press, strong)).toEqual({ x: 10, y: 0 });
    expect(force(press, { ...strong, vx: 1.3 })).toEqual({ x: 10, y: 0 });
    expect(after(press, { ...strong, vx: 1.4 })[0]).toBeCloseTo(1.5, 10);
  });

  it('goes on in full against who is pushed back', () => {
    expect(force(press, { ...strong, vx: -2 })).toEqual({ x: 10, y: 0 });
  });

  it('stops drifting sideways', () => {
    const { x, y } = force(press, { ...strong, vy: 0.5 });
    expect(y).toBeLessThan(0);
    expect(x).toBeGreaterThan(9);
  });
});

it('never exceeds the strength of the body, and shortens without turning', () => {
  const speed = fc.double({ min: -5, max: 5, noNaN: true });
  const angle = fc.constantFrom([1, 0], [0, -1], [0.6, 0.8], [-0.8, 0.6], [0, 0]);
  const command = fc.record({ angle, speed: fc.constantFrom(0, 0.5, 1.5, 3), press: fc.boolean() });
  fc.assert(
    fc.property(command, speed, speed, fc.constantFrom(0, 4, 10), (wanted, vx, vy, maxNewtons) => {
      const [directionX = 0, directionY = 0] = wanted.angle;
      const { x, y } = force({ ...wanted, directionX, directionY }, { vx, vy, maxNewtons });
      expect(Math.hypot(x, y)).toBeLessThanOrEqual(maxNewtons + 1e-9);
      if (wanted.press || maxNewtons === 0) return;
      const errorX = directionX * wanted.speed - vx;
      const errorY = directionY * wanted.speed - vy;
      expect(x * errorY - y * errorX).toBeCloseTo(0, 9);
    }),
  );
});
