import type { Held, Refusal } from '../protocol/protocol.js';
import { listedEpisode } from './listed-episode.js';
import type { RunSource } from './run-source.js';

/** A request that may be served: of an episode that the run lists. Names of others never reach the file system. */
export function joinRequest(
  request: unknown,
  source: Pick<RunSource, 'listing'>,
): { readonly episode: string; readonly held: Held } | Refusal {
  const found = listedEpisode(request, source);
  if ('message' in found) return found;
  const { episode } = found;
  const { held } = request as { held?: { events?: unknown; frames?: unknown } };
  const { events, frames } = held ?? {};
  if (!isSize(events) || !isSize(frames)) return { message: '`held` must be two numbers of bytes.' };
  return { episode, held: { events, frames } };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
