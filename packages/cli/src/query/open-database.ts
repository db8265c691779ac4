import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { RunResults } from '../run-folder/read-run.js';
import { loadEpisodes } from './load-episodes.js';
import { loadEvents } from './load-events.js';
import { VIEWS } from './views.js';

/**
 * A database in memory that holds a run. Nothing is fetched from the network, and nothing spills to disk.
 * @throws QuorumError `LOG_CORRUPT`
 */
export async function openDatabase(results: RunResults): Promise<DuckDBConnection> {
  const database = await DuckDBInstance.create(':memory:', {
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await database.connect();
  await loadEvents(connection, results);
  await loadEpisodes(connection, results);
  for (const { name, sql } of VIEWS) await connection.run(`CREATE VIEW ${name} AS ${sql}`);
  return connection;
}

/** From here on statements reach neither files nor settings: they see what was loaded and nothing else. */
export async function lockDatabase(connection: DuckDBConnection): Promise<void> {
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}
