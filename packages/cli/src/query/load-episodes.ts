import type { DuckDBConnection } from '@duckdb/node-api';
import type { CsvValue } from '../output/csv.js';
import { numericColumns } from '../report/numeric-columns.js';
import type { RunResults } from '../run-folder/read-run.js';
import { summaryTable } from '../run-folder/summary.js';
import { sqlName } from './sql-text.js';

/** What conditions differ in and is a whole number. */
const COUNTS = ['agents', 'seed', 'repeat'];

/** Puts the rows of `summary.csv` into the table `episodes`, each behind the episode's folder, which other views call it by. */
export async function loadEpisodes(connection: DuckDBConnection, results: RunResults): Promise<void> {
  const { columns, rows } = summaryTable(results);
  const valuesOf = (i: number): readonly CsvValue[] => rows.map((row) => row[i] ?? null);
  const types = columns.map((name, i) => typeOf(name, valuesOf(i)));
  const columnsWithTypes = columns.map((name, i) => `${sqlName(name)} ${types[i] ?? ''}`);
  await connection.run(`CREATE TABLE episodes (episode VARCHAR, ${columnsWithTypes.join(', ')})`);
  const appender = await connection.createAppender('episodes');
  rows.forEach((row, index) => {
    appender.appendVarchar(results.rows[index]?.episode.path ?? '');
    row.forEach((value, i) => {
      if (value === null) appender.appendNull();
      else if (types[i] === 'VARCHAR') appender.appendVarchar(String(value));
      else if (types[i] === 'BIGINT') appender.appendBigInt(BigInt(value));
      else appender.appendDouble(Number(value));
    });
    appender.endRow();
  });
  appender.closeSync();
}

/** Metrics know what they are, also where no row has a value; an option has the type of its values. */
function typeOf(column: string, values: readonly CsvValue[]): 'BIGINT' | 'DOUBLE' | 'VARCHAR' {
  if (COUNTS.includes(column)) return 'BIGINT';
  if (numericColumns.some(({ name }) => name === column)) return 'DOUBLE';
  const known = values.filter((value) => value !== null);
  return known.length > 0 && known.every((value) => typeof value === 'number') ? 'DOUBLE' : 'VARCHAR';
}
