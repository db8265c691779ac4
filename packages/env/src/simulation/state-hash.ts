import { createHash } from 'node:crypto';
import { configure } from 'safe-stable-stringify';

const canonicalJson = configure({ deterministic: true });

/**
 * Proof of state: SHA-256, first 32 hex digits, over the bits of `numbers` (poses and velocities of moving bodies, in
 * body order) and the canonical JSON of everything else that changes.
 */
export function stateHash(numbers: readonly number[], state: unknown): string {
  const bits = Float64Array.from(numbers);
  return createHash('sha256')
    .update(new Uint8Array(bits.buffer))
    .update(canonicalJson(state) ?? '')
    .digest('hex')
    .slice(0, 32);
}

/** Ticks between state hashes. */
export const HASH_TICKS = 60;
