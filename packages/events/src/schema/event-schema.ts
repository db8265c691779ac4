import { z } from 'zod';
import type { EventOf, EventType, QuorumEvent } from '../log/events.js';
import { assertNoDrift, type Drift } from './agreement.js';
import { episodeEvents } from './episode-events.js';
import { seatEvents } from './seat-events.js';
import { talkEvents } from './talk-events.js';
import { taskEvents } from './task-events.js';
import { worldEvents } from './world-events.js';

/** The strict schema of every event type. */
export const eventSchemas = {
  ...worldEvents,
  ...taskEvents,
  ...seatEvents,
  ...talkEvents,
  ...episodeEvents,
} satisfies Record<EventType, z.ZodType>;

type Schemas = typeof eventSchemas;
assertNoDrift<
  {
    [T in keyof Schemas]: Drift<z.output<Schemas[T]>, T extends EventType ? EventOf<T> : null, T>;
  }[keyof Schemas]
>();

type Option = Schemas[keyof Schemas];

/** The schema of any event: one strict schema per `type`. */
export const eventSchema: z.ZodType<QuorumEvent> = z.discriminatedUnion(
  'type',
  Object.values(eventSchemas) as [Option, ...Option[]],
);
