import { QuorumError } from '../core/errors.js';
import { LOG_FORMAT, type EpisodeHeader } from '../log/header.js';
import { headerSchema } from './header-schema.js';
import { issueText } from './issue.js';

/** What is wrong with a header, in plain words; null if it fits its schema. */
export function headerProblem(value: unknown): string | null {
  const result = headerSchema.safeParse(value);
  if (result.success) return null;
  const format = (value as { format?: unknown } | null | undefined)?.format;
  if (typeof format === 'string' && format !== LOG_FORMAT) {
    return `its format is "${format}"; this version of Quorum reads "${LOG_FORMAT}"`;
  }
  return issueText(result.error);
}

/**
 * Returns the value itself if it is a valid header.
 *
 * @throws QuorumError `LOG_CORRUPT` naming the field.
 */
export function parseHeader(value: unknown): EpisodeHeader {
  const problem = headerProblem(value);
  if (problem === null) return value as EpisodeHeader;
  throw new QuorumError('LOG_CORRUPT', `Not a valid log header: ${problem}.`, {
    fix: 'docs/event-log.md lists the fields of the header.',
  });
}
