import { z } from 'zod';
import { CONSTRAINTS, EPISODE_STATUSES, REPAIR_OUTCOMES } from '../log/outcomes.js';
import { count, digest, event, name, real, seat, seats } from './fields.js';

/** What happens to the episode as a whole. */
export const episodeEvents = {
  'intervention.applied': event('intervention.applied', {
    source: name,
    kind: z.enum(['note', 'wake', 'forward', 'stop']),
    seat: seat.exactOptional(),
    note: z.string(),
  }),
  'fault.injected': event('fault.injected', {
    seat,
    fault: name,
    task: name.nullable(),
    note: z.string(),
  }),
  'repair.checked': event('repair.checked', {
    outcome: z.enum(REPAIR_OUTCOMES),
    failures: z.array(
      z.strictObject({ task: name, constraint: z.enum(CONSTRAINTS), count, required: count, seats }),
    ),
    advice: z.array(z.strictObject({ seat, task: name })),
  }),
  'episode.ended': event('episode.ended', {
    status: z.enum(EPISODE_STATUSES),
    score: real,
    maxScore: real,
    digest,
  }),
};
