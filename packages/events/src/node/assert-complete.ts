import { QuorumError } from '../core/errors.js';
import type { EpisodeHeader } from '../log/header.js';
import type { LogReading } from './log-parser.js';

/** A reading of a log that has its header and its last line, and nothing wrong in between. */
export interface CompleteLog {
  readonly header: EpisodeHeader;
}

/**
 * Insists that a log was read to its last line without damage. For a stream, call it after the iteration.
 *
 * @throws QuorumError `LOG_CORRUPT` for a changed log, `LOG_INCOMPLETE` for one that is cut off; both name file and line.
 */
export function assertComplete<T extends LogReading>(log: T, path: string): asserts log is T & CompleteLog {
  if (log.complete) return;
  if (log.damage === null) {
    throw new QuorumError('LOG_INCOMPLETE', `${path}: the last line (episode.ended) is missing.`, {
      fix: 'The episode was not played to its end; run it again.',
    });
  }
  const where = `${path}, line ${log.damage.line}: ${log.damage.problem}.`;
  throw log.damage.cut
    ? new QuorumError('LOG_INCOMPLETE', where, {
        fix: 'The file is cut off; take it from an undamaged copy or run the episode again.',
      })
    : new QuorumError('LOG_CORRUPT', where, {
        fix: 'The file was changed after it was written; take it from an undamaged copy or run the episode again.',
      });
}
