import { Argument, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import { LIST_KINDS, type ListKind } from '../list/list-kinds.js';
import type { CommandContext } from './context.js';

/** `quorum list` */
export function addListCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('list')
    .summary('what suites can name')
    .description(
      'Lists what suites and -g can name, with options and their defaults; also metric columns and suites.',
    )
    .addArgument(new Argument('<kind>', 'what to list').choices(LIST_KINDS))
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
Examples:
  quorum list scenarios
  quorum list structures
  quorum list metrics --json`,
    )
    .action(async (kind: ListKind, options: { json: boolean }) => {
      const { listCommand } = await import('../list/list-command.js');
      listCommand(kind, options, terminal);
      onExit(EXIT.ok);
    });
}
