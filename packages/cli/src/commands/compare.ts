import type { Command } from 'commander';
import type { CompareOptions } from '../compare/compare-command.js';
import { EXIT } from '../output/exit-codes.js';
import type { CommandContext } from './context.js';

/** `quorum compare` */
export function addCompareCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('compare')
    .summary('two runs or two conditions, seed by seed')
    .description(
      [
        'Compares conditions of two runs, or of one, on the seeds they share: difference A − B in the primary metric',
        'with its interval, p of the sign-flip test, p after Holm; further metrics as exploratory.',
        'Refuses conditions that differ in more than one thing.',
      ].join(' '),
    )
    .argument('<a>', 'run folder, or RUN#CONDITION for one of its conditions')
    .argument('<b>', 'what it is compared with')
    .option('--metric <name>', 'metric column to compare in (default: the primary metric of the runs)')
    .option('--allow-differences', 'compare two conditions whatever they differ in', false)
    .option('--json', 'print JSON, with every metric', false)
    .addHelpText(
      'after',
      `
CONDITION is the name of a condition's folder in episodes/ with * for any part, or the first
digits of the fingerprint at its end.
Of two whole runs, those conditions are paired that differ in one thing, the same for all:
the model, the structure, the versions of the code.

docs/statistics.md says what the numbers mean.

Examples:
  quorum compare runs/model-a runs/model-b
  quorum compare 'runs/quickstart-v0#*3x-chat*debate*' 'runs/quickstart-v0#*3x-chat*individual*'
  quorum compare 'runs/quickstart-v0#*6x-greedy*' 'runs/quickstart-v0#*6x-random*' --metric attempts.successRate
  quorum compare 'runs/now#*debate*' 'runs/then#*ring*' --allow-differences --json`,
    )
    .action(async (a: string, b: string, options: CompareOptions) => {
      const { compareCommand } = await import('../compare/compare-command.js');
      compareCommand(a, b, options, terminal);
      onExit(EXIT.ok);
    });
}
