import { hash } from 'node:crypto';
import type { Json } from '@quorum/events';

/** Hexadecimal digits of SHA-256 that name a content: enough that no two contents of a log share a name. */
const HASH_DIGITS = 32;

/** Name of a content in the log. */
export function contentHash(content: Json): string {
  return hash('sha256', JSON.stringify(content)).slice(0, HASH_DIGITS);
}
