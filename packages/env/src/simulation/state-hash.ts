import { createHash } from 'node:crypto';
/**
 * Proof of state: SHA-256, first 32 hex digits, over the bits of `numbers` (poses and velocities of moving bodies, in
 * body order) and the JSON of everything else that changes. Its keys come in the order in which the code makes them,
 * which a saved and restored state keeps, so the text is the same wherever the state is.
 */
export function stateHash(numbers: readonly number[], state: unknown): string {
  const bits = Float64Array.from(numbers);
  return createHash('sha256')
    .update(new Uint8Array(bits.buffer))
    .update(JSON.stringify(state))
    .digest('hex')
    .slice(0, 32);
}

/** Ticks between state hashes. */
export const HASH_TICKS = 60;
