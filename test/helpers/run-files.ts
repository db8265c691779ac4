import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below the `episodes` folder of a run, with the SHA-256 of its bytes. */
export function episodeDigests(run: string): Record<string, string> {
  return Object.fromEntries(
    episodeFiles(run).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(run, path)))
        .digest('hex'),
    ]),
  );
}

/** Paths of all files below the `episodes` folder, sorted. */
export function episodeFiles(run: string): string[] {
  const entries = readdirSync(join(run, 'episodes'), { recursive: true, encoding: 'utf8' });
  return entries
    .map((entry) => join('episodes', entry))
    .filter((path) => statSync(join(run, path)).isFile())
    .sort();
}

/** Logs of finished episodes with the time they were last written. */
export function finishedLogs(run: string): Map<string, number> {
  const logs = episodeFiles(run).filter((path) => path.endsWith('events.jsonl'));
  return new Map(logs.map((path) => [path, statSync(join(run, path)).mtimeMs]));
}
