import type { EpisodeResult, EpisodeStatus } from '@quorum/events';
import { tinyHeader } from './tiny-log.js';

/** A finished episode of `agent` with a score out of 10; null: no score at all. */
export function episode(
  agent: string,
  seed: number,
  points: number | null,
  { status = 'horizon', repeat = 1 }: { status?: EpisodeStatus; repeat?: number } = {},
): EpisodeResult {
  const header = tinyHeader(1);
  return {
    header: { ...header, seed, repeat, team: [{ agent, modelKind: 'scripted', options: {} }] },
    status,
    metrics: points === null ? {} : { score: { points, max: 10, share: points / 10 } },
  };
}
