import { Option, type Command } from 'commander';
import { EXIT } from '../output/exit-codes.js';
import type { CommandContext } from './context.js';

interface Options {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly md?: boolean;
  readonly parquet?: string;
}

/** `quorum query` */
export function addQueryCommand(program: Command, { terminal, onExit }: CommandContext): void {
  program
    .command('query')
    .summary('ask a run in SQL')
    .description(
      [
        'Answers one SQL statement (DuckDB) over the views episodes, events, messages, plans and attempts of a run;',
        'without one, lists the views and their columns. Changes nothing in the run folder.',
      ].join(' '),
    )
    .argument('<dir>', 'run folder')
    .argument('[sql]', 'one statement')
    .addOption(new Option('--json', 'JSON, an object per row').conflicts(['csv', 'md']))
    .addOption(new Option('--csv', 'CSV').conflicts(['json', 'md']))
    .addOption(new Option('--md', 'a Markdown table').conflicts(['json', 'csv']))
    .option('--parquet <folder>', 'write every view into a folder, as Parquet')
    .addHelpText(
      'after',
      `
docs/query.md says what the views hold, with ten queries to begin with.

Examples:
  quorum query runs/quickstart-v0
  quorum query runs/quickstart-v0 'SELECT type, count(*) FROM events GROUP BY type'
  quorum query runs/quickstart-v0 --csv 'SELECT team, seed, "score.share" FROM episodes'
  quorum query runs/quickstart-v0 --parquet views`,
    )
    .action(async (dir: string, sql: string | undefined, { json, csv, md, parquet }: Options) => {
      const { queryCommand } = await import('../query/query-command.js');
      const format = json ? 'json' : csv ? 'csv' : md ? 'md' : 'table';
      await queryCommand(dir, sql, { format, parquet: parquet ?? null }, terminal);
      onExit(EXIT.ok);
    });
}
