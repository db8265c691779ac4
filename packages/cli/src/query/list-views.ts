import type { DuckDBConnection } from '@duckdb/node-api';
import { queryTable, type QueryTable } from './query-table.js';
import { sqlText } from './sql-text.js';
import { VIEW_NAMES } from './views.js';

/** Every view with its columns and their types. */
export async function listViews(connection: DuckDBConnection): Promise<QueryTable> {
  const names = `[${VIEW_NAMES.map(sqlText).join(', ')}]`;
  return queryTable(
    connection,
    `SELECT table_name AS view, column_name AS column, data_type AS type FROM duckdb_columns()
     WHERE NOT internal ORDER BY list_position(${names}, table_name), column_index`,
  );
}
