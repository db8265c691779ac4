import type { ModelReply } from './model.js';

/** Where a model call belongs. */
export interface TapeKey {
  readonly seat: number;
  /** Number of the activation within the seat, from 1. */
  readonly activation: number;
  /** Number of the call within the activation, from 1. */
  readonly call: number;
}

/** One recorded model call. */
export interface TapeEntry extends TapeKey {
  /** Hash of the request. */
  readonly request: string;
  readonly reply: ModelReply;
}

/** Recorded answers, from which an episode plays without a model. */
export interface Tape {
  /**
   * The recorded reply to a request, or null for one that has to be asked live.
   *
   * @throws QuorumError `TAPE_MISS` naming the activation, when the request is not on the tape and may not be asked live
   */
  find(key: TapeKey, request: string): ModelReply | null;
}
