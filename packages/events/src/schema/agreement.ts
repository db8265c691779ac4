import type { Json, JsonObject } from '../core/json.js';
import type { Action, Claim } from '../log/events.js';

/** True if the two types are one, down to optional keys. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The type with `readonly` taken off everywhere, because schemas do not infer it. JSON values stay as they are. */
type Plain<T> =
  Same<T, Json> extends true
    ? T
    : Same<T, JsonObject> extends true
      ? T
      : Same<T, Action> extends true
        ? T
        : Same<T, Claim> extends true
          ? T
          : { -readonly [K in keyof T]: Plain<T[K]> };

/** `never` if the schema's output and the type are the same but for `readonly`, else `Name`. */
export type Drift<Output, Type, Name = 'drift'> =
  Same<Plain<Output>, Plain<Type>> extends true ? never : Name;

/**
 * Compiles only for `never`: `assertNoDrift<Drift<…>>()` makes tsc name what does not agree. Returns the (empty) list
 * of disagreements.
 */
export function assertNoDrift<T extends never>(): readonly T[] {
  return [];
}
