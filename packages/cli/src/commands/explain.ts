import type { Command } from 'commander';
import type { CommandContext } from './context.js';

/** `quorum explain` */
export function addExplainCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('explain')
    .summary('what went wrong in an episode, and why')
    .description('Says in words how an episode ended, what broke, where the time went and what was missing.')
    .argument('<file>', 'a log (events.jsonl, also a .part) or the folder of an episode')
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
Each sentence says what was measured in the log; what caused what is for you to judge.

Examples:
  quorum explain runs/quickstart-v0/episodes/*3x-greedy*/seed-2-repeat-1`,
    )
    .action(async (file: string, options: { json: boolean }) => {
      const { explainCommand } = await import('../explain/explain-command.js');
      onExit(explainCommand(file, options, terminal));
    });
}
