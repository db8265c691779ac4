import { Command, Help } from 'commander';
import { addImportCommand } from './commands/import.js';
import { addExplainCommand } from './commands/explain.js';
import { addExportCommand } from './commands/export.js';
import { addCompareCommand } from './commands/compare.js';
import { addListCommand } from './commands/list.js';
import { addLogCommand } from './commands/log.js';
import { addPlanCommand } from './commands/plan.js';
import { addProbeCommand } from './commands/probe.js';
import { addQueryCommand } from './commands/query.js';
import { addReportCommand } from './commands/report.js';
import { addRunCommand } from './commands/run.js';
import { addVerifyCommand } from './commands/verify.js';
import { addViewCommand } from './commands/view.js';
import type { CommandContext } from './commands/context.js';
import type { ExitCode } from './output/exit-codes.js';
import type { Terminal } from './output/terminal.js';
import { quorumVersion } from './system/paths.js';

/** The command line, without the modules that do the work: those load when their command runs. */
export function createProgram(terminal: Terminal, onExit: (code: ExitCode) => void): Command {
  const program = new Command('quorum');
  const context: CommandContext = { terminal, onExit };
  program
    .description('Runs, verifies and reports teams of agents whose words have to move real bodies.')
    .version(quorumVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help, also for one command: quorum run --help')
    .helpCommand(false)
    .option('--debug', 'print stack traces of errors', false)
    .configureHelp({
      optionDescription(option) {
        // That a switch is off, or a list empty, goes without saying.
        const standard: unknown = option.defaultValue;
        const silent = standard === false || Array.isArray(standard);
        return silent ? option.description : Help.prototype.optionDescription.call(this, option);
      },
    })
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      // Errors are printed in one place, `execute`; help for a bare `quorum` still belongs to stderr.
      writeErr: (text) => void terminal.stderr.write(text),
      outputError: () => undefined,
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  quorum run quickstart-v0                     play a suite, print its table
  quorum run push-nine-v0 -g team=random,greedy --seeds 1..20
  quorum verify runs/quickstart-v0             re-simulate every episode
  quorum report runs/quickstart-v0 --md        the table for a paper
  quorum list scenarios

Exit status: 0 ok, 1 error, 2 wrong usage, 100 a verification failed or a threshold was
missed, 130 interrupted. A name or value that does not exist is wrong usage (2) on the
command line, an error (1) inside a suite file.`,
    );
  const commands = [
    addRunCommand,
    addVerifyCommand,
    addReportCommand,
    addCompareCommand,
    addPlanCommand,
    addExplainCommand,
    addViewCommand,
    addExportCommand,
    addQueryCommand,
    addProbeCommand,
    addImportCommand,
    addListCommand,
    addLogCommand,
  ];
  for (const add of commands) {
    add(program, context);
  }
  return program;
}
