/**
 * Logs as files: writing them with a rolling digest, reading them however damaged they are. Needs Node.
 * @module
 */
export { assertComplete, type CompleteLog } from './assert-complete.js';
export { createEventLog, type TextEventLog } from './create-event-log.js';
export { readError, writeError } from './file-error.js';
export {
  createLogParser,
  type LogDamage,
  type LogParser,
  type LogReading,
  type ReadOptions,
} from './log-parser.js';
export { openLogFile, type LogFile } from './open-log-file.js';
export { openPartFile, PART_SUFFIX, type PartFile } from './part-file.js';
export { parseLog, readLog, type ParsedLog } from './read-log.js';
export { streamLog, type LogStream } from './stream-log.js';
