import { z } from 'zod';
import { EPISODE_STATUSES } from '../log/outcomes.js';
import { digest, event, name, real, seat } from './fields.js';

/** What happens to the episode as a whole. */
export const episodeEvents = {
  'intervention.applied': event('intervention.applied', {
    source: name,
    kind: z.enum(['note', 'wake', 'stop']),
    seat: seat.exactOptional(),
    note: z.string(),
  }),
  'episode.ended': event('episode.ended', {
    status: z.enum(EPISODE_STATUSES),
    score: real,
    maxScore: real,
    digest,
  }),
};
