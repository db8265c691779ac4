import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeError } from '@quorum/events/node';
import { makeFolder } from '../system/make-folder.js';
import { displayPath } from '../system/paths.js';
import { sqlText } from './sql-text.js';
import { VIEW_NAMES } from './views.js';

/**
 * Writes every view into a folder as `VIEW.parquet`, and returns the paths.
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export async function exportParquet(connection: DuckDBConnection, folder: string): Promise<string[]> {
  makeFolder(folder);
  const paths: string[] = [];
  for (const name of VIEW_NAMES) {
    const path = join(folder, `${name}.parquet`);
    try {
      await connection.run(`COPY ${name} TO ${sqlText(path)} (FORMAT parquet)`);
    } catch (error) {
      throw writeError(displayPath(path), error);
    }
    paths.push(path);
  }
  return paths;
}
