import type { Json } from '@duckdb/node-api';
import { toCsv } from '../output/csv.js';
import { markdownTable } from '../output/markdown-table.js';
import type { Terminal } from '../output/terminal.js';
import { textTable } from '../output/text-table.js';
import type { QueryTable } from './query-table.js';

export type QueryFormat = 'table' | 'json' | 'csv' | 'md';

/** More rows than this are not for reading on a terminal. */
const MAX_ROWS = 500;

/** Significant digits of a fraction on a terminal and in Markdown; other formats have all. */
const DIGITS = 6;

/** Prints what a query gave on stdout. */
export function showTable({ columns, rows }: QueryTable, format: QueryFormat, terminal: Terminal): void {
  switch (format) {
    case 'json':
      return terminal.out(
        JSON.stringify(
          rows.map((row) => objectOf(columns, row)),
          null,
          2,
        ),
      );
    case 'csv':
      return terminal.write(
        toCsv(
          columns,
          rows.map((row) => row.map(csvValue)),
        ),
      );
    case 'md':
      return terminal.out(
        markdownTable(
          columns,
          rows.map((row) => row.map(cell)),
        ),
      );
    case 'table':
      terminal.out(
        textTable(
          columns,
          rows.slice(0, MAX_ROWS).map((row) => row.map(cell)),
          terminal.color,
        ),
      );
      if (rows.length > MAX_ROWS) {
        terminal.note(`The first ${MAX_ROWS} of ${rows.length} rows; --csv and --json print all.`);
      }
  }
}

function objectOf(columns: readonly string[], row: readonly Json[]): Record<string, Json> {
  return Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null]));
}

function csvValue(value: Json): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}

function cell(value: Json): string {
  if (value === null) return '–';
  if (typeof value === 'number')
    return String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));
  // A line break would end the row.
  return String(csvValue(value)).replace(/\s+/g, ' ');
}
