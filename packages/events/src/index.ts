/**
 * The spine: event types, envelope, frame codec and fold machinery. No Node and no zod: runs in a browser as it is.
 * @module
 */
export type { Json, JsonObject } from './core/json.js';
export { assertNever, QuorumError, type ErrorCode } from './core/errors.js';
export { secondsToTicks, TICKS_PER_SECOND, ticksToMicros } from './core/time.js';
export * from './log/header.js';
export * from './log/outcomes.js';
export type * from './log/events.js';
export type { EventLog } from './log/event-log.js';
export type { Aggregate, EpisodeResult } from './folds/aggregate.js';
export type { AnyFold, Fold } from './folds/fold.js';
export { runFolds, startFolds, type FoldRun } from './folds/run-folds.js';
export { FRAME_TICKS, type Frame, type FrameContact, type FramePose } from './frames/frame.js';
export { createFrameEncoder, type FrameEncoder } from './frames/frame-encoder.js';
export { decodeFrames, frameAt, seekPoints, type SeekPoint } from './frames/frame-decoder.js';
