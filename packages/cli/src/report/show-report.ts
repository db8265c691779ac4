import { markdownTable } from '../output/markdown-table.js';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import type { RunResults } from '../run-folder/read-run.js';
import { readFrozen } from './frozen.js';
import { furtherTables } from './further-tables.js';
import { reportCsv } from './report-csv.js';
import { reportTable } from './report-table.js';
import { reportRemarks } from './remarks.js';
import { createReport, type Report } from './report.js';

export type ReportFormat = 'table' | 'json' | 'csv' | 'md';

/** Prints the report of a run on stdout, and returns it. */
export function showReport(results: RunResults, format: ReportFormat, terminal: Terminal): Report {
  const report = createReport(results, readFrozen(), { all: format === 'json' });
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

function headline(report: Report): string[] {
  return [`${report.suite}: ${report.title}`, ...reportRemarks(report)];
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
  for (const part of furtherTables(report)) {
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
  for (const part of furtherTables(report)) {
    terminal.out(`\n#### ${part.title}\n`);
    terminal.out(markdownTable(part.head, part.rows));
    terminal.out('');
    for (const line of part.legend) terminal.out(`- ${line}`);
  }
}
