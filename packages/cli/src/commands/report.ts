import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { CommandContext } from './context.js';

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
}

/** `quorum report` */
export function addReportCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('report')
    .summary('the table of a run')
    .description(
      [
        'Prints one row per condition: how much was played, the primary metric of the suite with its 95 % interval,',
        'and its secondary metrics. Works on unfinished runs, too.',
      ].join(' '),
    )
    .argument('<dir>', 'run folder')
    .addOption(new Option('--json', 'JSON, with every metric').conflicts(['csv', 'md']))
    .addOption(new Option('--csv', 'CSV, one row per condition').conflicts(['json', 'md']))
    .addOption(new Option('--md', 'a Markdown table').conflicts(['json', 'csv']))
    .addHelpText(
      'after',
      `
One row per episode, with every metric: summary.csv in the run folder.

Examples:
  quorum report runs/quickstart-v0
  quorum report runs/quickstart-v0 --md > table.md`,
    )
    .action(async (dir: string, { json, csv, md }: Options) => {
      const { showReport } = await import('../report/show-report.js');
      const { readRun } = await import('../run-folder/read-run.js');
      showReport(readRun(resolve(dir)), json ? 'json' : csv ? 'csv' : md ? 'md' : 'table', terminal);
      onExit(EXIT.ok);
    });
}
