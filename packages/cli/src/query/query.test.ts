import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readLog } from '@quorum/events/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Terminal } from '../output/terminal.js';
import { writeManifest } from '../run-folder/manifest.js';
import { readRun } from '../run-folder/read-run.js';
import { planManifest } from '../run-folder/plan-manifest.js';
import { playEpisode } from '../run/play-episode.js';
import { planText, SUITE } from '../testing/suite-text.js';
import { temporaryFolder, temporaryFolderOfFile } from '../testing/temporary-folder.js';
import { lockDatabase, openDatabase } from './open-database.js';
import { queryCommand, type QueryOptions } from './query-command.js';
import { queryTable } from './query-table.js';

// A name that a pattern or a string of SQL would read otherwise.
const run = join(temporaryFolderOfFile(), "it's [1] *run*");

const plan = planText(
  SUITE.replace('[3, 6]', '3')
    .replace('greedy', 'chat')
    .replace('seeds: 1..2', 'structure: centralized\nhorizonSeconds: 15\nseeds: 1'),
);

let connection: DuckDBConnection;

beforeAll(async () => {
  for (const { header, path } of plan.episodes) {
    await playEpisode({ header, folder: join(run, path), models: null, tape: null, pace: null });
  }
  writeManifest(run, planManifest(plan, [], null));
  connection = await openDatabase(readRun(run));
  await lockDatabase(connection);
});
afterAll(() => connection.closeSync());

/** What a command prints on stdout and on stderr. */
async function asked(
  sql?: string,
  { format = 'json', folder = run, parquet = null }: Partial<QueryOptions> & { folder?: string } = {},
) {
  const out: string[] = [];
  const notes: string[] = [];
  const plain = (text: string): string => text;
  const terminal = {
    out: (line: string) => out.push(line),
    write: (text: string) => out.push(text),
    note: (line: string) => notes.push(line),
    color: { bold: plain, dim: plain },
  } as unknown as Terminal;
  await queryCommand(folder, sql, { format, parquet }, terminal);
  return { out: out.join('\n'), notes: notes.join('\n') };
}

/** Rows of a query, as objects. */
async function rowsOf(sql: string) {
  const { columns, rows } = await queryTable(connection, sql);
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

/** All events of the run, read without DuckDB. */
function events() {
  return plan.episodes.flatMap(({ path }) =>
    readLog(join(run, path, 'events.jsonl')).events.map((event) => ({ episode: path, ...event })),
  );
}

const page = readFileSync(fileURLToPath(new URL('../../../../docs/query.md', import.meta.url)), 'utf8');
const queries = [...page.matchAll(/^### (.+)\n[^#]*?```sql\n([^]*?)```/gm)].map(
  ([, title = '', sql = '']) => [title, sql] as const,
);

it('documents ten queries', () => {
  expect(queries).toHaveLength(10);
});

it.each(queries)('answers: %s', async (_, sql) => {
  expect((await rowsOf(sql)).length).toBeGreaterThan(0);
});

it('holds every event as it stands in the log, and nothing of the header', async () => {
  const rows = await rowsOf('SELECT episode, data FROM events ORDER BY episode, seq');
  const expected = events().sort((a, b) => (a.episode < b.episode ? -1 : 1));
  expect(rows).toEqual(expected.map(({ episode, ...data }) => ({ episode, data })));
});

it('tells what became of messages, plans and attempts', async () => {
  const of = (type: string) => events().filter((event) => event.type === type).length;
  const [found] = await rowsOf(`
    SELECT (SELECT count(*) FROM messages) AS messages, (SELECT sum(delivered) FROM messages) AS delivered,
      (SELECT count(*) FROM plans) AS plans, (SELECT count(*) FROM plans WHERE outcome IS NOT NULL) AS ended,
      (SELECT count(*) FROM attempts) AS attempts, (SELECT count(*) FROM attempts WHERE success) AS successes`);
  expect(found).toEqual({
    messages: of('message.sent'),
    delivered: of('message.delivered'),
    plans: of('plan.committed'),
    ended: of('plan.ended'),
    attempts: of('attempt.started'),
    successes: events().filter((event) => event.type === 'attempt.ended' && event.success).length,
  });
  expect(Object.values(found ?? {}).every((count) => Number(count) > 0)).toBe(true);
});

it('has conditions and metrics of every episode', async () => {
  const rows = await rowsOf(
    'SELECT episode, team, seed, fault, "score.points" AS points FROM episodes ORDER BY model_kind',
  );
  expect(rows).toMatchObject([
    { episode: plan.episodes[0]?.path, team: 'random+random+random', seed: 1, fault: null },
    { episode: plan.episodes[1]?.path, team: 'chat+chat+chat', seed: 1, fault: null },
  ]);
  for (const { episode, points } of rows) {
    expect(
      events().find((event) => event.episode === episode && event.type === 'episode.ended'),
    ).toMatchObject({
      score: points,
    });
  }
});

it('prints tables, Markdown, CSV and JSON, with numbers as numbers', async () => {
  const sql = `SELECT 1/3 AS a, 12345678901234567890123 AS b, 2.5 AS c, NULL AS d, [1, 2] AS e, 'x,y' AS f, true AS g`;
  expect((await asked(sql, { format: 'table' })).out).toMatch(
    /^ +a +b .*\n0\.333333 +12345678901234567890123 +2\.5 +– +\[1,2\]/,
  );
  expect((await asked(sql, { format: 'md' })).out).toMatch(
    /\n\| 0\.333333 \| 12345678901234567890123 \| 2\.5 \| – \|/,
  );
  expect((await asked(sql, { format: 'csv' })).out).toBe(
    'a,b,c,d,e,f,g\n0.3333333333333333,12345678901234567890123,2.5,,"[1,2]","x,y",true\n',
  );
  expect(JSON.parse((await asked(sql)).out)).toEqual([
    { a: 1 / 3, b: '12345678901234567890123', c: 2.5, d: null, e: [1, 2], f: 'x,y', g: true },
  ]);
});

it('cuts long tables for a terminal only', async () => {
  const sql = 'SELECT range AS n FROM range(501)';
  const shown = await asked(sql, { format: 'table' });
  expect(shown.out.split('\n')).toHaveLength(1 + 500);
  expect(shown.notes).toContain('first 500 of 501 rows');
  expect((await asked(sql, { format: 'csv' })).out.trim().split('\n')).toHaveLength(1 + 501);
});

it('lists views and columns without a query', async () => {
  const { out } = await asked(undefined, { format: 'csv' });
  expect(out).toMatch(/^view,column,type\nepisodes,episode,VARCHAR\n/);
  expect(out).toContain('\nepisodes,score.share,DOUBLE\n');
  expect(out).toContain('\nevents,data,JSON\n');
  expect(out).toContain('\nattempts,success,BOOLEAN\n');
});

it.each([
  ['SELEC 1', 'syntax error at or near "SELEC"'],
  ['SELECT 1; SELECT 2', 'multiple statements'],
  ['SELECT points FROM episodes', '"points" not found'],
  [`SELECT * FROM read_text('/etc/hostname')`, 'file system operations are disabled'],
  [`SELECT * FROM read_csv('${import.meta.filename}')`, 'file system operations are disabled'],
  [`COPY events TO '${join(run, 'copy.csv')}'`, 'file system operations are disabled'],
  [`ATTACH '${join(dirname(run), 'other.db')}'`, 'file system operations are disabled'],
  ['SET enable_external_access = true', 'locked'],
  ['INSTALL httpfs', 'disabled'],
])('refuses %s with the words of DuckDB', async (sql, words) => {
  await expect(rowsOf(sql.replaceAll("it's", "it''s"))).rejects.toMatchObject({
    code: 'USAGE',
    message: expect.stringMatching(new RegExp(`^DuckDB: .*${words}`, 's')) as string,
  });
});

it('leaves the run folder as it was', async () => {
  const before = readdirSync(run, { recursive: true });
  await asked('DROP TABLE events');
  await asked('CREATE TABLE mine AS SELECT 1');
  expect(readdirSync(run, { recursive: true })).toEqual(before);
  const { out } = await asked('SELECT count(*) AS n FROM events');
  expect(JSON.parse(out)).toEqual([{ n: events().length }]);
});

it('writes every view as Parquet', async () => {
  const folder = join(temporaryFolder(), 'views');
  const { out, notes } = await asked(undefined, { parquet: folder });
  expect(out).toBe('');
  expect(notes).toContain('events.parquet');
  expect(readdirSync(folder).sort()).toEqual(
    ['attempts', 'episodes', 'events', 'messages', 'plans'].map((name) => `${name}.parquet`),
  );
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file)).subarray(0, 4).toString()).toBe('PAR1');
  }
});

it('names a folder that is not there, and a log that is damaged', async () => {
  await expect(asked(undefined, { folder: join(run, 'nowhere') })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  });
  const copy = temporaryFolder();
  for (const { path } of plan.episodes) {
    mkdirSync(join(copy, path), { recursive: true });
    for (const file of ['metrics.json', 'events.jsonl']) {
      const text = readFileSync(join(run, path, file), 'utf8');
      writeFileSync(join(copy, path, file), file === 'events.jsonl' ? text.slice(0, -9) : text);
    }
  }
  writeManifest(copy, planManifest(plan, [], null));
  await expect(asked(undefined, { folder: copy })).rejects.toMatchObject({
    code: 'LOG_CORRUPT',
    message: expect.stringContaining('events.jsonl') as string,
  });
});

it('answers for a run without finished episodes', async () => {
  const folder = temporaryFolder();
  writeManifest(folder, planManifest(plan, [], null));
  const { out, notes } = await asked('SELECT count(*) AS n FROM plans, episodes', { folder });
  expect(notes).toBe('Unfinished: 0 of 2 episodes.');
  expect(JSON.parse(out)).toEqual([{ n: 0 }]);
});
