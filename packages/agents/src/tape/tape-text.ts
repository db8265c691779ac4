import { createHash } from 'node:crypto';
import type { EpisodeHeader } from '@quorum/events';
import type { TapeEntry } from '../contract/tape.js';

/** Format name and version of the first line of a tape. */
export const TAPE_FORMAT = 'quorum-tape/1';

/** Whose tape it is: SHA-256 (hexadecimal) of the header as it stands in the first line of the log. */
export function tapeEpisode(header: EpisodeHeader): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex');
}

/** The first line of a tape, with its line end. */
export function tapeHead(header: EpisodeHeader): string {
  return `${JSON.stringify({ format: TAPE_FORMAT, episode: tapeEpisode(header) })}\n`;
}

/** One line of a tape, with its line end. The same entry always gives the same bytes. */
export function tapeLine({ seat, activation, call, request, reply }: TapeEntry): string {
  const { outcome, text, usage, latencyMs, problem } = reply;
  const counted =
    usage === null
      ? null
      : {
          inputTokens: usage.inputTokens,
          outputTokens: usage.outputTokens,
          reasoningTokens: usage.reasoningTokens,
        };
  const written = { outcome, text, usage: counted, latencyMs, problem };
  return `${JSON.stringify({ seat, activation, call, request, reply: written })}\n`;
}
