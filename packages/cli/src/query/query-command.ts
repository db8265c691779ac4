import { resolve } from 'node:path';
import type { Terminal } from '../output/terminal.js';
import { readRun } from '../run-folder/read-run.js';
import { displayPath } from '../system/paths.js';
import { exportParquet } from './export-parquet.js';
import { listViews } from './list-views.js';
import { lockDatabase, openDatabase } from './open-database.js';
import { queryTable } from './query-table.js';
import { showTable, type QueryFormat } from './show-table.js';

/** Options of `quorum query`. */
export interface QueryOptions {
  readonly format: QueryFormat;
  /** Folder that every view is written to; null for none. */
  readonly parquet: string | null;
}

/**
 * `quorum query`: answers one SQL statement about a run, or lists what can be asked.
 * @throws QuorumError `USAGE` for a statement that DuckDB refuses, and what `readRun` throws
 */
export async function queryCommand(
  folder: string,
  sql: string | undefined,
  { format, parquet }: QueryOptions,
  terminal: Terminal,
): Promise<void> {
  const results = readRun(resolve(folder));
  const { finished, planned } = { finished: results.rows.length, planned: results.manifest.episodes.length };
  if (finished < planned) terminal.note(`Unfinished: ${finished} of ${planned} episodes.`);
  const connection = await openDatabase(results);
  try {
    if (parquet !== null) {
      for (const path of await exportParquet(connection, resolve(parquet))) terminal.note(displayPath(path));
    }
    await lockDatabase(connection);
    if (sql !== undefined) showTable(await queryTable(connection, sql), format, terminal);
    else if (parquet === null) showTable(await listViews(connection), format, terminal);
  } finally {
    connection.closeSync();
  }
}
