import type { Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { CommandContext } from './context.js';

/** `quorum import coop2` */
export function addImportCommand(program: Command, { terminal, onExit }: CommandContext): void {
  const group = program
    .command('import')
    .summary('make a run of the logs of another system')
    .description(
      'Makes a run folder of the log files of another system, to be reported and queried like any other.',
    )
    .addHelpText(
      'after',
      `
Example:
  quorum import coop2 results -o runs/coop2`,
    );

  group
    .command('coop2')
    .description(
      'Imports episodes of COOP2 (EmCoop), as far as their files carry, and lists what could not be carried over.',
    )
    .argument('<dir>', 'the folder of an episode, or one that holds such folders')
    .option('-o, --out <dir>', 'run folder to make (runs/import-NAME)')
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
docs/import.md says what is read of each file.

Examples:
  quorum import coop2 results -o runs/coop2
  quorum report runs/coop2
  quorum query runs/coop2 'SELECT episode, "published-coherence.coherence" FROM episodes'`,
    )
    .action(async (dir: string, { out, json }: { out?: string; json: boolean }) => {
      const { importCommand } = await import('../import/import-command.js');
      importCommand(dir, { out: out ?? null, json }, terminal);
      onExit(EXIT.ok);
    });
}
