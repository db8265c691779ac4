import type { Refusal } from '../protocol/protocol.js';
import type { RunSource } from './run-source.js';

/** The episode that a request names, which the run lists. Names of others never reach the file system. */
export function listedEpisode(
  request: unknown,
  source: Pick<RunSource, 'listing'>,
): { readonly episode: string } | Refusal {
  if (typeof request !== 'object' || request === null) return { message: 'A request must be an object.' };
  const { episode } = request as { episode?: unknown };
  if (typeof episode !== 'string') return { message: '`episode` must be the path of an episode.' };
  const listed = source
    .listing()
    .conditions.some(({ episodes }) => episodes.some(({ path }) => path === episode));
  return listed ? { episode } : { message: 'The run has no such episode.' };
}
