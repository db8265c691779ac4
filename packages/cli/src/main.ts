import { CommanderError } from 'commander';
import { EXIT } from './output/exit-codes.js';
import { reportError } from './output/report-error.js';
import { createTerminal } from './output/terminal.js';
import { createProgram } from './program.js';

/**
 * The `quorum` command.
 * @param args without the interpreter and the script
 * @returns the exit status
 */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = createTerminal();
  leaveQuietlyWhenReaderCloses();
  let exitCode: number = EXIT.ok;
  try {
    await createProgram(terminal, (code) => {
      exitCode = code;
    }).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    // Help and version are no errors.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    // A command without its subcommand has shown its help on stderr, which says it all.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT.usage;
    return reportError(error, terminal, { json: args.includes('--json'), debug: args.includes('--debug') });
  }
}

/** `quorum log cat … | head` must not end in a stack trace. */
function leaveQuietlyWhenReaderCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
}
