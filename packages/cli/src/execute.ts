import { CommanderError } from 'commander';
import { EXIT } from './output/exit-codes.js';
import { reportError } from './output/report-error.js';
import type { Terminal } from './output/terminal.js';
import { createProgram } from './program.js';

/**
 * Does what a command line says, and tells of errors.
 * @param args without the interpreter and the script
 * @returns the exit status
 */
export async function execute(args: readonly string[], terminal: Terminal): Promise<number> {
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
