import { QuorumError } from '@quorum/events';
import type { z } from 'zod';
import type { TapeEntry } from '../contract/tape.js';
import { tapeEntrySchema, tapeHeadSchema } from './tape-schema.js';
import { TAPE_FORMAT } from './tape-text.js';

/** A tape as it was read. */
export interface ParsedTape {
  /** Whose tape it is, see `tapeEpisode`; null when the tape is cut off before its first line ends. */
  readonly episode: string | null;
  readonly entries: readonly TapeEntry[];
  /** The text ends inside a line; what stands before it is here. */
  readonly cut: boolean;
}

/**
 * Reads a tape, also one that is cut off anywhere.
 *
 * @param path what errors call the file
 * @throws QuorumError `LOG_CORRUPT` naming file, line and field
 */
export function parseTape(text: string, path: string): ParsedTape {
  const lines = text.split('\n');
  const cut = lines.pop() !== '';
  const [head, ...rest] = lines;
  if (head === undefined) return { episode: null, entries: [], cut: true };

  const { episode } = readLine(head, tapeHeadSchema, { path, line: 1 });
  const seen = new Set<string>();
  const entries = rest.map((written, i) => {
    const place = { path, line: i + 2 };
    const entry = readLine(written, tapeEntrySchema, place);
    const key = `seat ${entry.seat}, activation ${entry.activation}, call ${entry.call}`;
    if (seen.has(key)) throw damage(place, `${key} stands on it twice`);
    seen.add(key);
    return entry;
  });
  return { episode, entries, cut };
}

interface Place {
  readonly path: string;
  readonly line: number;
}

function readLine<T>(text: string, schema: z.ZodType<T>, place: Place): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damage(place, 'it is not JSON');
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const format = (value as { format?: unknown } | null)?.format;
  if (place.line === 1 && typeof format === 'string' && format !== TAPE_FORMAT) {
    throw damage(place, `its format is "${format}"; this version of Quorum reads "${TAPE_FORMAT}"`);
  }
  const [issue] = result.error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  throw damage(place, `${field === '' ? '' : `field \`${field}\`: `}${issue?.message ?? 'invalid'}`);
}

function damage({ path, line }: Place, problem: string): QuorumError {
  return new QuorumError('LOG_CORRUPT', `${path}, line ${line}: ${problem}.`, {
    fix: 'Restore the tape, or play the episode again.',
  });
}
