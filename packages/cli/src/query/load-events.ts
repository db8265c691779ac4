import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { QuorumError } from '@quorum/events';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import type { RunResults } from '../run-folder/read-run.js';
import { displayPath } from '../system/paths.js';
import { sqlText } from './sql-text.js';

/** Longest line that a log may have, bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** How DuckDB begins when a file is to blame. */
const BAD_FILE = /^(Invalid Input|Conversion|IO) Error/;

/**
 * Reads the events of all finished episodes into the table `events`. Header lines, which have no `seq`, stay out: what
 * they say of an episode stands in `episodes`.
 * @throws QuorumError `LOG_CORRUPT` when a line is not JSON
 */
export async function loadEvents(connection: DuckDBConnection, { folder, rows }: RunResults): Promise<void> {
  await connection.run(`
    CREATE TABLE events (
      episode VARCHAR, seq BIGINT, tick BIGINT, time BIGINT, type VARCHAR,
      seat INTEGER, task VARCHAR, inputs BIGINT[], data JSON
    )`);
  // DuckDB takes an empty list of files for a mistake.
  if (rows.length === 0) return;
  const episodes = rows.map(({ episode }) => episode.path);
  const files = episodes.map((path) => onlyThis(join(folder, path, EPISODE_FILES.events)));
  try {
    await connection.run(`
      INSERT INTO events
      SELECT
        ${sqlList(episodes)}[file_index::BIGINT + 1],
        (json->>'$.seq')::BIGINT, (json->>'$.tick')::BIGINT, (json->>'$.time')::BIGINT, json->>'$.type',
        (json->>'$.seat')::INTEGER, json->>'$.task', (json->'$.inputs')::BIGINT[], json
      FROM read_ndjson_objects(${sqlList(files)}, maximum_object_size = ${LONGEST_LINE})
      WHERE json_exists(json, '$.seq')`);
  } catch (error) {
    const problem = (error as Error).message.trim();
    if (!BAD_FILE.test(problem)) throw error;
    throw new QuorumError('LOG_CORRUPT', `A log in ${displayPath(folder)} cannot be read: ${problem}`, {
      fix: '`quorum verify` names every damaged log.',
      cause: error,
    });
  }
}

/** A pattern that matches this path only, whatever characters it has. */
function onlyThis(path: string): string {
  return path.replace(/[[\]*?]/g, '[$&]');
}

function sqlList(texts: readonly string[]): string {
  return `[${texts.map(sqlText).join(', ')}]`;
}
