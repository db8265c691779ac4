import { z } from 'zod';

/** An option that limits a wait in virtual time. */
export function waitSeconds(seconds: number, what: string): z.ZodDefault<z.ZodNumber> {
  return z.number().min(0).max(1_000_000).default(seconds).describe(what);
}
