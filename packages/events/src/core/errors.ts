/**
 * The closed set of error codes. A code is stable: scripts may match on it.
 *
 * - `USAGE`: the command line is wrong (exit status 2).
 * - `CONFIG_INVALID`: a suite, option or header value is malformed; the message names file, field and fix.
 * - `UNKNOWN_NAME`: no scenario, agent, structure, metric or suite of that name; the message lists the known ones.
 * - `TEAM_INVALID`: the team does not fit the scenario.
 * - `LOG_CORRUPT`: a log was edited or damaged; the message names the first bad line.
 * - `LOG_INCOMPLETE`: a log is cut off before its last line.
 * - `FILE_UNREADABLE` / `FILE_UNWRITABLE`: the file system refused.
 * - `RUN_FOLDER`: a run folder holds something else than this run, or another process is writing it.
 * - `NOT_COMPARABLE`: two conditions differ in more than the one thing that a comparison is about, or share no seed.
 * - `DIVERGED`: a re-simulation differs from the log.
 * - `MODEL_UNAVAILABLE`: a model cannot be asked: its key is missing, its server does not answer, its file does not load.
 * - `TAPE_MISS`: a recorded episode asks what its tape does not hold; the message names the activation.
 * - `COST_LIMIT`: the run has spent what it was allowed to.
 * - `INTERNAL`: a broken invariant of Quorum itself; please report it.
 */
export type ErrorCode =
  | 'USAGE'
  | 'CONFIG_INVALID'
  | 'UNKNOWN_NAME'
  | 'TEAM_INVALID'
  | 'LOG_CORRUPT'
  | 'LOG_INCOMPLETE'
  | 'FILE_UNREADABLE'
  | 'FILE_UNWRITABLE'
  | 'RUN_FOLDER'
  | 'NOT_COMPARABLE'
  | 'DIVERGED'
  | 'MODEL_UNAVAILABLE'
  | 'TAPE_MISS'
  | 'COST_LIMIT'
  | 'INTERNAL';

const marker = Symbol.for('quorum.error');

/** The one error class of Quorum. Outcomes of an episode are data, not exceptions. */
export class QuorumError extends Error {
  override readonly name = 'QuorumError';
  readonly code: ErrorCode;
  /** What the user can do about it, one sentence. */
  readonly fix: string | undefined;

  constructor(code: ErrorCode, message: string, options: { fix?: string; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.fix = options.fix;
    Object.defineProperty(this, marker, { value: true });
  }

  /** True for a `QuorumError` of any copy of this package (several copies may be loaded at once). */
  static isInstance(error: unknown): error is QuorumError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}

/** Compile-time exhaustiveness: a `switch` that reaches this has missed a case. */
export function assertNever(value: never): never {
  throw new QuorumError('INTERNAL', `Unexpected value ${JSON.stringify(value)}.`);
}
