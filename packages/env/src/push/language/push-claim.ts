import { z } from 'zod';

const block = z
  .string()
  .regex(/^b\d{1,4}$/)
  .describe('block id, b1');
const seat = z.int().min(0).max(999).describe('number of an agent');
const meters = z.number().min(-1000).max(1000);
const at = { x: meters, y: meters };

/** What messages in `push` may claim, one strict schema each. */
export const pushClaim = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('blockWeight'), block, weight: z.int().min(1).max(999) })
    .describe('how many agents a block takes'),
  z
    .strictObject({
      type: z.literal('blockAt'),
      block,
      ...at,
      side: z.number().positive().max(100).optional().describe('side of the block, metres'),
    })
    .describe('where the centre of a block is, metres'),
  z.strictObject({ type: z.literal('blockDelivered'), block }).describe('a block is in the goal'),
  z.strictObject({ type: z.literal('seatAt'), seat, ...at }).describe('where an agent is, metres'),
]);

/** A claim in `push`, parsed. */
export type PushClaim = z.output<typeof pushClaim>;

/** Positions in claims are true within this of where the body is, metres. */
export const CLAIM_TOLERANCE_METERS = 0.5;
