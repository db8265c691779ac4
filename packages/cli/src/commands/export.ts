import type { Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { ExportOptions } from '../view/export-command.js';
import type { CommandContext } from './context.js';

/** `quorum export` */
export function addExportCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('export')
    .summary('write episodes as a page that replays by itself')
    .description('Writes finished episodes of a run as a static site: any file server can hand it out.')
    .argument('<dir>', 'run folder')
    .requiredOption('--replay <folder>', 'folder to write; must not exist or be empty')
    .option('--only <pattern>', 'only episodes whose path contains this, or matches it when it has a *')
    .option('--json', 'print what was written as JSON', false)
    .addHelpText(
      'after',
      `
Examples:
  quorum export runs/quickstart-v0 --replay site --only '*debate*seed-1-*'
  npx http-server site    then open the address that it prints`,
    )
    .action(async (dir: string, options: ExportOptions) => {
      const { exportCommand } = await import('../view/export-command.js');
      exportCommand(dir, options, terminal);
      onExit(EXIT.ok);
    });
}
