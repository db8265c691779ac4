import { createHash } from 'node:crypto';
import type { Json } from '@quorum/events';
import type { Observation } from '@quorum/env';
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
  for (const [name, content] of Object.entries(observation)) {
    if (content !== undefined) parts[name] = store(context, content, inputs.slice(0, 1));
  }
  return context.emit({ type: 'observation.shown', seat, parts, inputs });
}

function store(context: EpisodeContext, content: Json, inputs: readonly number[]): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
  if (!context.shown.has(hash)) {
    context.shown.add(hash);
    context.team.shown.push(hash);
    context.emit({ type: 'observation.content', hash, content, inputs });
  }
  return hash;
}
