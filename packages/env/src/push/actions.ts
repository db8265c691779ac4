import { z } from 'zod';
import { FACES } from './faces.js';

const block = z.string().min(1).max(16).describe('block id, b1');
const face = z.enum(FACES);
const meters = z.number().positive().max(100);
const seconds = z.number().positive().max(120);
const count = z.int().min(1).max(64);

/** The actions of `push`, one strict schema each. */
export const pushAction = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('move'), direction: z.enum(['left', 'right', 'up', 'down']), meters })
    .describe('walk straight'),
  z
    .strictObject({ type: z.literal('navigate'), x: z.number(), y: z.number() })
    .describe('walk to a point, round blocks and agents'),
  z
    .strictObject({ type: z.literal('moveToFace'), block, face })
    .describe('walk to a free push position of a block face'),
  z
    .strictObject({ type: z.literal('rendezvous'), block, face, count, timeout: seconds })
    .describe('hold the push position until `count` agents are at the face'),
  z
    .strictObject({ type: z.literal('push'), block, meters })
    .describe('push the face in front of the agent, for a distance or until delivery'),
  z.strictObject({ type: z.literal('yieldBlock'), block, meters }).describe('back away from a block'),
  z.strictObject({ type: z.literal('wait'), seconds }).describe('stand still'),
  z
    .strictObject({ type: z.literal('waitAgents'), count, timeout: seconds })
    .describe('stand still until `count` agents wait like this'),
]);

/** An action of `push`, parsed. */
export type PushAction = z.output<typeof pushAction>;

/** The action of one type. */
export type PushActionOf<T extends PushAction['type']> = Extract<PushAction, { type: T }>;
