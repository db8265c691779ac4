import { EXIT } from './output/exit-codes.js';
import { createTerminal } from './output/terminal.js';
import { execute } from './execute.js';

/**
 * The `quorum` command, in a process of its own.
 * @param args without the interpreter and the script
 * @returns the exit status
 */
export function main(args: readonly string[]): Promise<number> {
  leaveQuietlyWhenReaderCloses();
  return execute(args, createTerminal());
}

/** `quorum log cat … | head` must not end in a stack trace. */
function leaveQuietlyWhenReaderCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
