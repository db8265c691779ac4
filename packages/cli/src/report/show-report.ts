import { markdownTable } from '../output/markdown-table.js';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import type { RunResults } from '../run-folder/read-run.js';
import { referencesFolder } from '../system/paths.js';
import { comparisonTable } from './comparison-table.js';
import { influenceTable } from './influence-table.js';
import { readReferences } from './references.js';
import { reportCsv } from './report-csv.js';
import { reportTable, type ReportPart } from './report-table.js';
import { createReport, type Report } from './report.js';
import { talkTable } from './talk-table.js';

export type ReportFormat = 'table' | 'json' | 'csv' | 'md';

/** Prints the report of a run on stdout, and returns it. */
export function showReport(results: RunResults, format: ReportFormat, terminal: Terminal): Report {
  const references = readReferences(referencesFolder);
  const report = createReport(results, { references, all: format === 'json' });
  print(report, results.folder, format, terminal);
  return report;
}

function print(report: Report, folder: string, format: ReportFormat, terminal: Terminal): void {
  switch (format) {
    case 'json':
      return terminal.out(JSON.stringify({ folder, ...report }, null, 2));
    case 'csv':
      return terminal.write(reportCsv(report));
    case 'md':
      return showMarkdown(report, terminal);
    case 'table':
      return showText(report, terminal);
  }
}

function headline({ suite, title, overrides, episodes }: Report): string[] {
  const { finished, planned } = episodes;
  return [
    `${suite}: ${title}`,
    ...(overrides.length > 0 && !suite.startsWith('adhoc-')
      ? [`Not the published suite: changed by ${overrides.join(' ')}.`]
      : []),
    ...(finished < planned ? [`Unfinished: ${finished} of ${planned} episodes.`] : []),
  ];
}

function showText(report: Report, terminal: Terminal): void {
  const { head, rows, legend } = reportTable(report);
  const [title = '', ...remarks] = headline(report);
  terminal.out(terminal.color.bold(title));
  for (const remark of remarks) terminal.out(terminal.color.yellow(remark));
  terminal.out('');
  terminal.out(textTable(head, rows, terminal.color));
  terminal.out('');
  for (const line of legend) terminal.out(terminal.color.dim(line));
  for (const part of parts(report)) {
    terminal.out('');
    terminal.out(terminal.color.bold(part.title));
    terminal.out(textTable(part.head, part.rows, terminal.color));
    terminal.out('');
    for (const line of part.legend) terminal.out(terminal.color.dim(line));
  }
}

function showMarkdown(report: Report, terminal: Terminal): void {
  const { head, rows, legend } = reportTable(report);
  const [title = '', ...remarks] = headline(report);
  terminal.out(`### ${title}`);
  terminal.out('');
  for (const remark of remarks) terminal.out(`**${remark}**\n`);
  terminal.out(markdownTable(head, rows));
  terminal.out('');
  for (const line of legend) terminal.out(`- ${line}`);
  for (const part of parts(report)) {
    terminal.out(`\n#### ${part.title}\n`);
    terminal.out(markdownTable(part.head, part.rows));
    terminal.out('');
    for (const line of part.legend) terminal.out(`- ${line}`);
  }
}

/** The tables below the main one, where there is something to say. */
function parts(report: Report): ReportPart[] {
  return [comparisonTable(report), talkTable(report), influenceTable(report)].filter(
    ({ rows }) => rows.length > 0,
  );
}
