import type { QuorumEvent } from '../log/events.js';
import { createLogParser, type LogReading, type ReadOptions } from './log-parser.js';
import { streamLog } from './stream-log.js';

/** A log in memory: its events up to the first bad line. */
export interface ParsedLog extends LogReading {
  readonly events: readonly QuorumEvent[];
}

/** Reads a log from memory. Nothing throws: what is wrong is told by `damage`. */
export function parseLog(log: string | Uint8Array, options: ReadOptions = {}): ParsedLog {
  const parser = createLogParser(options);
  const events = parser.push(typeof log === 'string' ? Buffer.from(log, 'utf8') : log);
  parser.end();
  return { header: parser.header, events, complete: parser.complete, damage: parser.damage };
}

/**
 * Reads a whole log file. For long files or where events are needed only once, use `streamLog`.
 *
 * @throws QuorumError `FILE_UNREADABLE` when the file system refuses. What is wrong inside the file is told by
 * `damage`.
 */
export function readLog(path: string, options: ReadOptions = {}): ParsedLog {
  const stream = streamLog(path, options);
  const events = [...stream];
  return { header: stream.header, events, complete: stream.complete, damage: stream.damage };
}
