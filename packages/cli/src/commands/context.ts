import type { ExitCode } from '../output/exit-codes.js';
import type { Terminal } from '../output/terminal.js';

/** What every command is given. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Takes the exit status of the command. */
  readonly onExit: (code: ExitCode) => void;
}
