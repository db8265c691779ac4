import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares in a time that says nothing of where they differ, nor of how long the secret is. */
export function equalSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
