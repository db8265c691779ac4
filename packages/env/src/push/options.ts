import { z } from 'zod';
import { AGENT_FORCE_NEWTONS, AGENT_RADIUS_METERS, AGENT_SPEED } from '../physics/constants.js';

const seatNumber = z.int().min(0).describe('seat number, from 0');

const isDistinct = (seats: readonly number[]): boolean => new Set(seats).size === seats.length;
const TWICE = 'a seat is named twice';

/** A body that differs from the standard agent. */
const bodyOverride = z.strictObject({
  seat: seatNumber,
  forceNewtons: z.number().min(0).max(100).default(AGENT_FORCE_NEWTONS),
  radiusMeters: z.number().min(0.1).max(0.35).default(AGENT_RADIUS_METERS),
  speedMetersPerSecond: z.number().min(0.1).max(3).default(AGENT_SPEED),
});

/** Options that every variant of `push` understands. Unknown ones are refused. */
export const pushOptionShape = {
  sightMeters: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('how far a seat sees, in metres; null sees the whole arena'),
  bodies: z
    .array(bodyOverride)
    .refine((bodies) => isDistinct(bodies.map(({ seat }) => seat)), TWICE)
    .default([])
    .describe('seats whose body differs from the standard one'),
  sensingNoiseMeters: z
    .number()
    .min(0)
    .max(2)
    .default(0)
    .describe('standard deviation of the error on every seen position, in metres'),
  actuationNoise: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('standard deviation of the error on driving direction (radians) and relative force'),
  lockedWeights: z
    .array(z.int().min(1))
    .default([])
    .describe('blocks of these weights stay locked until a seat with a key pushes them'),
  keySeats: z
    .array(seatNumber)
    .refine(isDistinct, TWICE)
    .default([])
    .describe('seats that hold the capability `key`'),
};

/** Options of `push-nine-v0` and its kin. */
export const pushOptions = z.strictObject(pushOptionShape);

/** Parsed options. */
export type PushOptions = z.output<typeof pushOptions>;
