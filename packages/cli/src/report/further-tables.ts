import { comparisonTable } from './comparison-table.js';
import { dependenceTable } from './dependence-table.js';
import { influenceTable } from './influence-table.js';
import type { ReportPart } from './report-table.js';
import type { Report } from './report.js';
import { talkTable } from './talk-table.js';

/** The tables below the one of conditions, where there is something to say. */
export function furtherTables(report: Report): ReportPart[] {
  return [comparisonTable, talkTable, dependenceTable, influenceTable]
    .map((table) => table(report))
    .filter(({ rows }) => rows.length > 0);
}
