import { availableParallelism } from 'node:os';
import { InvalidArgumentError, type Command } from 'commander';
import type { VerifyOptions } from '../verify/verify-command.js';
import type { CommandContext } from './context.js';
import { wholeNumber } from './option-parsers.js';

/** `quorum verify` */
export function addVerifyCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('verify')
    .summary('re-simulate episodes and compare them with their logs')
    .description('Checks that logs are what they claim to be, and names the first place where one is not.')
    .argument('<path>', 'a run folder, the folder of an episode, or a log')
    .option('--level <level>', 'highest level to check, 1 or 2', level, 2)
    .option('--partial', 'accept an unfinished run when all that is there passes', false)
    .option('--workers <n>', 'episodes checked at a time', wholeNumber(1), availableParallelism())
    .option('--json', 'print the verdicts as JSON', false)
    .option('-q, --quiet', 'print errors only', false)
    .addHelpText(
      'after',
      `
What is checked; every level includes the ones before it:
  log      every line is whole and fits its schema, and the digests fit the bytes
  level 1  the world, simulated anew from the logged assignments, gives the same
           events, state hashes, frames.bin and metrics.json
  level 2  the agents, run anew, give the same log

Of a run folder also: every planned episode is there and no other; summary.csv is what
the episodes give; suite.yaml gives the manifest.

Exit status: 0 when everything passes; 100 when anything fails, when no episode was
checked, or when planned episodes are not played yet (unless --partial).

Examples:
  quorum verify runs/quickstart-v0
  quorum verify runs/quickstart-v0 --level 1 --json
  quorum verify runs/unfinished --partial
  quorum verify some/where/events.jsonl`,
    )
    .action(async (path: string, options: VerifyOptions) => {
      const { verifyCommand } = await import('../verify/verify-command.js');
      onExit(await verifyCommand(path, options, terminal));
    });
}

function level(text: string): 1 | 2 {
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new InvalidArgumentError('Expected 1 or 2.');
}
