import type { Json } from '@quorum/events';
import type { Observation } from '@quorum/env';
import { contentHash } from './content-hash.js';
import type { EpisodeContext } from './episode-context.js';

/**
 * Logs what a seat is shown: each part under its hash, with its content the first time. Returns the event's `seq`.
 *
 * @param inputs the activation, then the deliveries that are shown with it
 */
export function show(
  context: EpisodeContext,
  seat: number,
  observation: Observation,
  inputs: readonly number[],
): number {
  const parts: Record<string, string> = {};
  const cause = inputs.slice(0, 1);
  for (const [name, content] of Object.entries(observation)) {
    if (content === undefined) continue;
    const hash = contentHash(content);
    parts[name] = hash;
    keep(context, hash, content, cause);
  }
  return context.emit({ type: 'observation.shown', seat, parts, inputs });
}

/** Logs a content under its hash, unless the log holds it already. */
export function keep(context: EpisodeContext, hash: string, content: Json, cause: readonly number[]): void {
  if (context.shown.has(hash)) return;
  context.shown.add(hash);
  context.team.shown.push(hash);
  context.emit({ type: 'observation.content', hash, content, inputs: cause });
}
