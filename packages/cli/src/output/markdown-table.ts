/** A table in GitHub's Markdown. A row of one cell is a heading of the rows below. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const whole = (row: readonly string[]): readonly string[] =>
    row.length === 1 && head.length > 1 ? head.map((_, i) => (i === 0 ? `**${row[0] ?? ''}**` : '')) : row;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(whole(row)))].join('\n');
}
