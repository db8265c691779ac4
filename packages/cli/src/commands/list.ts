import { Argument, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { ListKind } from '../list/list-command.js';
import type { CommandContext } from './context.js';

const kinds: readonly ListKind[] = ['scenarios', 'agents', 'structures', 'clocks', 'metrics', 'suites'];

/** `quorum list` */
export function addListCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('list')
    .summary('what suites can name')
    .description(
      'Lists scenarios with their options, agents, structures, clock profiles, metric columns or suites.',
    )
    .addArgument(new Argument('<kind>', 'what to list').choices(kinds))
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
Examples:
  quorum list scenarios
  quorum list metrics --json`,
    )
    .action(async (kind: ListKind, options: { json: boolean }) => {
      const { listCommand } = await import('../list/list-command.js');
      listCommand(kind, options, terminal);
      onExit(EXIT.ok);
    });
}
