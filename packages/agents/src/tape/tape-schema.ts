import { MODEL_OUTCOMES } from '@quorum/events';
import { z } from 'zod';
import type { TapeEntry } from '../contract/tape.js';
import { TAPE_FORMAT } from './tape-text.js';

const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal');

/** The first line of a tape. */
export const tapeHeadSchema = z.strictObject({ format: z.literal(TAPE_FORMAT), episode: hash });

/** Every other line. */
export const tapeEntrySchema: z.ZodType<TapeEntry> = z.strictObject({
  seat: count,
  activation: z.int().min(1),
  call: z.int().min(1),
  request: hash,
  reply: z.strictObject({
    outcome: z.enum(MODEL_OUTCOMES),
    text: z.string(),
    usage: z.strictObject({ inputTokens: count, outputTokens: count, reasoningTokens: count }).nullable(),
    latencyMs: z.number().min(0),
    problem: z.string().nullable(),
  }),
});
