import type { Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { ViewOptions } from '../view/view-command.js';
import type { CommandContext } from './context.js';
import { wholeNumber } from './option-parsers.js';

/** `quorum view` */
export function addViewCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('view')
    .summary('watch a run in the browser')
    .description('Serves a run, finished or being played, as a page with world, talk and timeline.')
    .argument('<dir>', 'run folder')
    .option('--port <number>', 'port; 0 for any free one', wholeNumber(0), 7330)
    .option('--host <address>', 'address to listen on; others than 127.0.0.1 need --token', '127.0.0.1')
    .option('--token <text>', 'whoever knows it may watch, at least 16 letters, digits, - and _')
    .option('--json', 'print the address as JSON', false)
    .addHelpText(
      'after',
      `
Keys: space plays, arrows move, + and - change the speed, n and p go to the next and the previous break,
d goes to where two episodes part.

Examples:
  quorum view runs/quickstart-v0
  quorum view runs/quickstart-v0 --host 0.0.0.0 --token "$(openssl rand -hex 16)"    for other machines, too`,
    )
    .action(async (dir: string, options: ViewOptions) => {
      const { viewCommand } = await import('../view/view-command.js');
      await viewCommand(dir, options, terminal);
      onExit(EXIT.ok);
    });
}
