import { z } from 'zod';

const seatNumber = z.int().min(0).describe('seat number, from 0');

/** A body that differs from the standard agent (radius 0.3 m, 10 N, 1.5 m/s). */
const bodyOverride = z.strictObject({
  seat: seatNumber,
  forceNewtons: z.number().min(0).max(100).default(10),
  radiusMeters: z.number().min(0.1).max(0.35).default(0.3),
  speedMetersPerSecond: z.number().min(0.1).max(3).default(1.5),
});

/** Options that every variant of `push` understands. Unknown ones are refused. */
export const pushOptionShape = {
  sightMeters: z
    .number()
    .positive()
    .nullable()
    .default(null)
    .describe('how far a seat sees, in metres; null sees the whole arena'),
  bodies: z.array(bodyOverride).default([]).describe('seats whose body differs from the standard one'),
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
  keySeats: z.array(seatNumber).default([]).describe('seats that hold the capability `key`'),
};

/** Options of `push-nine-v0` and its kin. */
export const pushOptions = z.strictObject(pushOptionShape);

/** Parsed options. */
export type PushOptions = z.output<typeof pushOptions>;
