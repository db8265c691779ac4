/**
 * Random numbers by name path. A generator holds no state that outlives its use: each consumer derives its own from
 * (root seed, names…), so that adding a component moves no other draw, and a checkpoint needs no generator state.
 */
export interface Rng {
  /** Uniform in [0, 1) with 32 random bits. */
  uniform(): number;
  /** Uniform integer in [min, max]. */
  integer(min: number, max: number): number;
  /** One element; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new shuffled array. */
  shuffle<T>(items: readonly T[]): T[];
  /** Standard normal (sum of twelve uniforms minus six: exact arithmetic on every machine). */
  normal(): number;
}
