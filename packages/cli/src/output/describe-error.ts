import { QuorumError, type ErrorCode } from '@quorum/events';
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-codes.js';

/** An error in the words a user can act on. */
export interface ErrorReport {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fix: string | undefined;
  readonly exitCode: ExitCode;
}

/** Translates whatever was thrown. Only a broken invariant of Quorum itself ends up as `INTERNAL`. */
export function describeError(error: unknown): ErrorReport {
  if (QuorumError.isInstance(error)) {
    const exitCode = error.code === 'USAGE' ? EXIT.usage : EXIT.error;
    return { code: error.code, message: error.message, fix: error.fix, exitCode };
  }
  if (error instanceof CommanderError) {
    return {
      code: 'USAGE',
      message: error.message.replace(/^error: /, ''),
      fix: 'see `quorum --help`, or `--help` after the command.',
      exitCode: EXIT.usage,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'INTERNAL',
    message,
    fix: 'this is a defect of Quorum; run again with --debug and report what it prints.',
    exitCode: EXIT.error,
  };
}
