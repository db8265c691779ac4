import { readFileSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import { displayPath } from '../system/paths.js';
import { jsonLine } from './json-line.js';

/** Something wrong with a field of a file to import: `LOG_CORRUPT`, naming file, line and field. */
export function fieldError(file: string, path: readonly PropertyKey[], problem: string): QuorumError {
  const line = jsonLine(readFileSync(file, 'utf8'), path);
  const field = path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i === 0 ? '' : '.'}${String(key)}`))
    .join('');
  const where = field === '' ? '' : ` field \`${field}\``;
  return new QuorumError('LOG_CORRUPT', `${displayPath(file)}:${line}:${where} ${problem}.`, {
    fix: 'correct the file; docs/import.md says what is read of each.',
  });
}
