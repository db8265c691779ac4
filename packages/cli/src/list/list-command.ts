import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { optionRows } from './described-options.js';
import type { ListKind } from './list-kinds.js';
import { listed } from './listed.js';

/** `quorum list`: what suites can name, with a line about each, and the options that these have. */
export function listCommand(kind: ListKind, { json }: { json: boolean }, terminal: Terminal): void {
  const entries = listed[kind]();
  if (json) {
    terminal.out(JSON.stringify(entries, null, 2));
    return;
  }
  if (entries.length === 0) {
    terminal.out(`no ${kind}`);
    return;
  }
  const head = Object.keys(entries[0] ?? {}).filter((key) => key !== 'options');
  const rows = entries.map((entry) => head.map((key) => String(entry[key])));
  terminal.out(textTable(head, rows, terminal.color));
  const options = optionRows(entries.map((entry) => ({ options: [], ...entry })));
  if (options.length === 0) return;
  terminal.out('');
  terminal.out(textTable(['option', 'default', 'of', 'meaning'], options, terminal.color));
}
