import type { Held, Refusal } from '../protocol/protocol.js';
import type { RunSource } from './run-source.js';

/** A request that may be served: of an episode that the run lists. Names of others never reach the file system. */
export function joinRequest(
  request: unknown,
  source: Pick<RunSource, 'listing'>,
): { readonly episode: string; readonly held: Held } | Refusal {
  if (typeof request !== 'object' || request === null) return { message: 'A request must be an object.' };
  const { episode, held } = request as { episode?: unknown; held?: { events?: unknown; frames?: unknown } };
  if (typeof episode !== 'string') return { message: '`episode` must be the path of an episode.' };
  const listed = source
    .listing()
    .conditions.some(({ episodes }) => episodes.some(({ path }) => path === episode));
  if (!listed) return { message: 'The run has no such episode.' };
  const { events, frames } = held ?? {};
  if (!isSize(events) || !isSize(frames)) return { message: '`held` must be two numbers of bytes.' };
  return { episode, held: { events, frames } };
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
