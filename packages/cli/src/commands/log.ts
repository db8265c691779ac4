import type { Command } from 'commander';
import type { ShowEventsOptions } from '../log/show-events.js';
import type { CommandContext } from './context.js';
import { wholeNumber } from './option-parsers.js';

const FILE = 'a log (events.jsonl, also a .part) or the folder of an episode';

/** `quorum log info|cat|filter` */
export function addLogCommand(program: Command, { terminal, onExit }: CommandContext): void {
  const log = program
    .command('log')
    .summary('look into the log of an episode')
    .description(
      'Reads logs as a stream, up to the first bad line: also of unfinished episodes and cut files.',
    )
    .addHelpText(
      'after',
      `
Examples:
  quorum log info EPISODE
  quorum log cat EPISODE | less
  quorum log filter EPISODE --type 'attempt.*' --seat 2 --from 600`,
    );

  log
    .command('info')
    .description('What was played, how far it came, and how many events of each type it has.')
    .argument('<file>', FILE)
    .option('--json', 'print JSON', false)
    .addHelpText(
      'after',
      '\nExample:\n  quorum log info runs/quickstart-v0/episodes/*greedy*/seed-1-repeat-1',
    )
    .action(async (file: string, options: { json: boolean }) => {
      const { logInfo } = await import('../log/log-info.js');
      onExit(logInfo(file, options, terminal));
    });

  const show = async (file: string, options: ShowEventsOptions): Promise<void> => {
    const { showEvents } = await import('../log/show-events.js');
    onExit(showEvents(file, options, terminal));
  };

  log
    .command('cat')
    .description(
      'All events, one per line: number, tick, virtual time, seat, type, content, the events it used.',
    )
    .argument('<file>', FILE)
    .option('--json', 'print events as JSON Lines', false)
    .addHelpText('after', '\nExample:\n  quorum log cat EPISODE | less')
    .action(show);

  log
    .command('filter')
    .description('The events that fulfil all given conditions.')
    .argument('<file>', FILE)
    .option('--type <pattern>', "event type, * for anything: 'action.*'")
    .option('--seat <n>', 'events that concern this seat', wholeNumber(0))
    .option('--from <tick>', 'from this tick on', wholeNumber(0))
    .option('--to <tick>', 'up to this tick', wholeNumber(0))
    .option('--json', 'print events as JSON Lines', false)
    .addHelpText(
      'after',
      `
Examples:
  quorum log filter EPISODE --type 'score.*'
  quorum log filter EPISODE --type 'attempt.*' --seat 2 --from 600 --to 1200 --json`,
    )
    .action(show);
}
