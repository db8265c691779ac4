import { z } from 'zod';
import { count, digest, event, length, name, real, seat } from './fields.js';

const rect = { x: real, y: real, width: length, height: length };

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disc'), radius: length }),
  z.strictObject({ kind: z.literal('box'), width: length, height: length }),
]);

/** What the world is made of, and proofs of its state. */
export const worldEvents = {
  'world.layout': event('world.layout', {
    arena: z.strictObject({ width: length, height: length }),
    regions: z.array(z.strictObject({ ...rect, id: name, kind: z.enum(['goal', 'zone']) })),
  }),
  'world.bodyAdded': event('world.bodyAdded', {
    body: name,
    kind: z.enum(['agent', 'block']),
    shape,
    x: real,
    y: real,
    seat: seat.exactOptional(),
    weight: count.exactOptional(),
  }),
  'world.bodyRemoved': event('world.bodyRemoved', { body: name, reason: z.literal('delivered') }),
  'world.hash': event('world.hash', { state: z.string().regex(/^[0-9a-f]{32}$/), digest }),
};
