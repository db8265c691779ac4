import { availableParallelism } from 'node:os';
import { Option, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { PlanOptions } from '../plan/plan-command.js';
import type { CommandContext } from './context.js';
import { positiveNumber, shareBetween, wholeNumber } from './option-parsers.js';

/** `quorum plan` */
export function addPlanCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('plan')
    .summary('how many seeds a suite needs')
    .description(
      [
        'Says on how many seeds a suite must be played to find a difference in its primary metric, for each of the',
        'comparisons it declares, and how many episodes that is. Rests on the spread of a pilot.',
      ].join(' '),
    )
    .argument('<suite>', 'name or path of a suite')
    .addOption(
      new Option('--detect <difference>', 'difference to find, in the unit of the primary metric')
        .argParser(positiveNumber)
        .makeOptionMandatory(),
    )
    .option('--power <share>', 'chance of finding it when it is there', shareBetween, 0.8)
    .option('--alpha <level>', 'two-sided level of all comparisons together', shareBetween, 0.05)
    .option('--pilot <dir>', 'run folder to take the spread from (default: plays ten seeds)')
    .option('--workers <n>', 'threads of the pilot', wholeNumber(1), availableParallelism())
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      `
Without --pilot, ten seeds are played into runs/<suite>-pilot, unless language models would be
asked: these you play yourself. Any run of the suite will do as a pilot; from six seeds on.

docs/statistics.md says how the number is found, and how far to trust it.

Examples:
  quorum plan quickstart-v0 --detect 0.1
  quorum plan quickstart-v0 --detect 0.1 --pilot runs/quickstart-v0
  quorum plan push-private-v0 --detect 0.05 --power 0.9 --pilot runs/pilot --json`,
    )
    .action(async (suite: string, options: PlanOptions) => {
      const { planCommand } = await import('../plan/plan-command.js');
      await planCommand(suite, options, terminal);
      onExit(EXIT.ok);
    });
}
