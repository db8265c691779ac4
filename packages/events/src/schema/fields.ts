import { z } from 'zod';
import type { Json, JsonObject } from '../core/json.js';
import type { Action, Claim, EventType } from '../log/events.js';

/** A whole number from 0. */
export const count = z.int().min(0);

/** A finite number. */
export const real = z.number();

/** A length in metres. */
export const length = z.number().min(0);

/** Place in the team. */
export const seat = z.int().min(0);

export const seats = z.array(seat);

/** A name or id. */
export const name = z.string().min(1);

/** SHA-256 in hexadecimal, as the log writer computes it. */
export const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Any JSON value. Checked by hand: a recursive schema is ten times slower on large contents. */
export const json = z.custom<Json>(isJson, 'is not a JSON value');

/** Any JSON object. */
export const jsonObject = z
  .custom<JsonObject>((value) => isJson(value) && isObject(value), 'is not a JSON object')
  .meta({ type: 'object' });

const isTyped = (value: unknown): boolean =>
  isJson(value) && isObject(value) && 'type' in value && typeof value.type === 'string';

const typedObject = {
  type: 'object' as const,
  properties: { type: { type: 'string' as const } },
  required: ['type'],
};

/** An action of any scenario: a type and parameters that only the scenario's own schema knows. */
export const action = z
  .custom<Action>(isTyped, 'is not an action (an object with a `type`)')
  .meta(typedObject);

/** A claim of any scenario, likewise. */
export const claim = z.custom<Claim>(isTyped, 'is not a claim (an object with a `type`)').meta(typedObject);

/** The strict schema of one event type: envelope plus payload. */
export function event<const T extends EventType, P extends z.core.$ZodShape>(type: T, payload: P) {
  return z.strictObject({
    seq: count,
    tick: count,
    time: count,
    type: z.literal(type),
    inputs: z.array(count),
    ...payload,
  });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isJson(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isJson);
  // A key with the value undefined is as good as absent in JSON.
  return Object.values(value).every((item) => item === undefined || isJson(item));
}
