import { AGENT_FORCE_NEWTONS, AGENT_RADIUS_METERS, AGENT_SPEED } from '../physics/constants.js';
import type { PushOptions } from './options.js';

/** Body of a seat. */
export interface SeatBody {
  readonly forceNewtons: number;
  readonly radius: number;
  readonly speed: number;
  readonly hasKey: boolean;
}

/** Bodies of all seats: standard ones but for the overrides. */
export function seatBodies(
  seats: number,
  { bodies, keySeats }: Pick<PushOptions, 'bodies' | 'keySeats'>,
): SeatBody[] {
  return Array.from({ length: seats }, (_, seat) => {
    const override = bodies.find((body) => body.seat === seat);
    return {
      forceNewtons: override?.forceNewtons ?? AGENT_FORCE_NEWTONS,
      radius: override?.radiusMeters ?? AGENT_RADIUS_METERS,
      speed: override?.speedMetersPerSecond ?? AGENT_SPEED,
      hasKey: keySeats.includes(seat),
    };
  });
}
