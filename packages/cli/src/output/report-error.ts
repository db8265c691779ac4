import { describeError } from './describe-error.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/** How an error is shown. */
export interface ErrorStyle {
  /** Also as JSON on stdout, where a script looks for the result. */
  readonly json: boolean;
  /** With the stack, for reports of defects. */
  readonly debug: boolean;
}

/** The one place that prints errors. Returns the exit status. */
export function reportError(error: unknown, terminal: Terminal, style: ErrorStyle): ExitCode {
  const report = describeError(error);
  const { noteColor: color } = terminal;
  if (style.json) {
    const { code, message, fix } = report;
    terminal.out(JSON.stringify({ error: { code, message, fix } }));
  }
  terminal.note(`${color.red(`error ${report.code}:`)} ${report.message}`);
  if (report.fix !== undefined) terminal.note(`${color.bold('fix:')} ${report.fix}`);
  if (style.debug && error instanceof Error) terminal.note(withCauses(error));
  return report.exitCode;
}

function withCauses(error: Error): string {
  const own = error.stack ?? error.message;
  return error.cause instanceof Error ? `${own}\ncaused by ${withCauses(error.cause)}` : own;
}
