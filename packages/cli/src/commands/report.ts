import { join, resolve } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import { displayPath } from '../system/paths.js';
import type { CommandContext } from './context.js';

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
  readonly html?: string | true;
  readonly failUnder?: number;
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
    .option('--html [file]', 'also write a page with charts, without network (report.html in the run folder)')
    .addOption(
      new Option('--fail-under <mean>', 'exit 100 when a primary mean is below this').argParser(toNumber),
    )
    .addHelpText(
      'after',
      `
One row per episode, with every metric: summary.csv in the run folder.

Examples:
  quorum report runs/quickstart-v0
  quorum report runs/quickstart-v0 --md > table.md
  quorum report runs/quickstart-v0 --html
  quorum report runs/mine --fail-under 0.4    a gate for CI`,
    )
    .action(async (dir: string, { json, csv, md, html, failUnder }: Options) => {
      const { showReport } = await import('../report/show-report.js');
      const { readRun } = await import('../run-folder/read-run.js');
      const { belowThreshold } = await import('../report/below-threshold.js');
      const format = json ? 'json' : csv ? 'csv' : md ? 'md' : 'table';
      const results = readRun(resolve(dir));
      const report = showReport(results, format, terminal);
      if (html !== undefined) {
        const { writePage } = await import('../html/write-page.js');
        const file = html === true ? join(results.folder, 'report.html') : resolve(html);
        await writePage(results, file);
        terminal.note(`The page: ${displayPath(file)}`);
      }
      const missed = failUnder === undefined ? [] : belowThreshold(report, failUnder);
      for (const line of missed) terminal.note(line);
      onExit(missed.length > 0 ? EXIT.missed : EXIT.ok);
    });
}

function toNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}
