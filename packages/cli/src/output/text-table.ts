import Table from 'cli-table3';
import type { Terminal } from './terminal.js';

const frame = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
const bottom = { bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const inner = { left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' };

/** A number, perhaps with something after it (`0.5 [0.4, 0.6]`, `3/6`, `60 s`), or the dash for a missing one. */
const NUMBER = /^(–|-?\d[\d.]*([ /].*)?)$/;

/** Columns for a terminal: no lines, a bold head, numbers to the right. A row of one cell is a heading across all. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  color: Terminal['color'],
): string {
  const isHeading = (row: readonly string[]): boolean => row.length === 1 && head.length > 1;
  const full = rows.filter((row) => !isHeading(row));
  const numeric = head.map((_, i) => full.length > 0 && full.every((row) => NUMBER.test(row[i] ?? '')));
  const table = new Table({
    head: head.map((name) => color.bold(name)),
    chars: { ...frame, ...bottom, ...inner },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
  });
  table.push(
    ...rows.map((row) =>
      isHeading(row) ? [{ content: color.dim(`${row[0] ?? ''}:`), colSpan: head.length }] : [...row],
    ),
  );
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
