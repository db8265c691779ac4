import { z } from 'zod';
import { LOG_FORMAT, type EpisodeHeader } from '../log/header.js';
import { assertNoDrift, type Drift } from './agreement.js';
import { count, jsonObject, name } from './fields.js';

const part = z.strictObject({ name, options: jsonObject });

const schema = z.strictObject({
  format: z.literal(LOG_FORMAT),
  scenario: name,
  options: jsonObject,
  seed: z.int(),
  repeat: z.int().min(1),
  team: z
    .array(
      z.strictObject({
        agent: name,
        modelKind: z.enum(['llm', 'stand-in', 'scripted']),
        options: jsonObject,
      }),
    )
    .min(1),
  structure: name,
  topology: part,
  protocol: part,
  channel: jsonObject,
  clock: z.strictObject({
    mode: z.enum(['barrier', 'async']),
    profile: name,
    timeScale: z.number().min(0),
  }),
  horizonTicks: count,
  deadlineMicros: count.nullable(),
  limits: z.strictObject({ calls: count.nullable(), tokens: count.nullable() }),
  fault: part.exactOptional(),
  healing: part.exactOptional(),
  repair: part.exactOptional(),
  versions: z.record(z.string(), z.string()),
});

assertNoDrift<Drift<z.output<typeof schema>, EpisodeHeader>>();

/** The schema of the first line of a log. */
export const headerSchema: z.ZodType<EpisodeHeader> = schema;
