import {
  DuckDBDecimalValue,
  JsonDuckDBValueConverter,
  type DuckDBConnection,
  type DuckDBValueConverter,
  type Json,
} from '@duckdb/node-api';
import { QuorumError } from '@quorum/events';
import { VIEW_NAMES } from './views.js';

/** What a query gives: values by row, in the order of the columns. */
export interface QueryTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Json[])[];
}

/**
 * Runs one statement.
 * @throws QuorumError `USAGE` with DuckDB's own words when it cannot
 */
export async function queryTable(connection: DuckDBConnection, sql: string): Promise<QueryTable> {
  try {
    const statement = await connection.prepare(sql);
    const reader = await statement.runAndReadAll();
    const isJson = reader.columnTypes().map(({ alias }) => alias === 'JSON');
    const rows = reader.convertRows(toJson);
    return {
      columns: reader.deduplicatedColumnNames(),
      rows: rows.map((row) => row.map((value, i) => (isJson[i] === true ? parsed(value) : value))),
    };
  } catch (error) {
    throw new QuorumError('USAGE', `DuckDB: ${(error as Error).message.trim()}`, {
      fix: `one statement over ${VIEW_NAMES.join(', ')}; \`quorum query DIR\` lists their columns.`,
      cause: error,
    });
  }
}

/** DuckDB hands JSON over as text. */
function parsed(value: Json): Json {
  return typeof value === 'string' ? (JSON.parse(value) as Json) : value;
}

/** Like DuckDB's own conversion, but numbers stay numbers as long as they are exact. */
const toJson: DuckDBValueConverter<Json> = (value, type, converter) => {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return JsonDuckDBValueConverter(value, type, converter);
};
