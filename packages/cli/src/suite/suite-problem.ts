import { QuorumError, type ErrorCode } from '@quorum/events';
import type { FieldPath, SuiteSource } from './suite-source.js';

/** Something wrong with a field of a suite. */
export interface SuiteProblem {
  readonly path: FieldPath;
  /** A sentence without a full stop: what was found, what was expected. */
  readonly message: string;
}

/** `options.sightMeters[0]` */
function fieldName(path: FieldPath): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

/**
 * One error for all problems, a line each with its place and field.
 * A wrong value on the command line is a `USAGE` error, whatever `code` it has inside a file.
 */
export function suiteError(
  source: SuiteSource,
  problems: readonly SuiteProblem[],
  options: { code?: ErrorCode; fix: string },
): QuorumError {
  const lines = problems.map(({ path, message }) => {
    const field = path.length === 0 ? '' : ` field \`${fieldName(path)}\`:`;
    return `${source.locate(path)}:${field} ${message}.`;
  });
  const code = options.code ?? 'CONFIG_INVALID';
  const typed = problems.every(({ path }) => source.isArgument(path));
  return new QuorumError(typed ? 'USAGE' : code, lines.join('\n'), {
    fix: typed && code === 'CONFIG_INVALID' ? 'correct the option; see `quorum run --help`.' : options.fix,
  });
}
