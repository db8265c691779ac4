import type { EventLog, EpisodeStatus, Frame, QuorumEvent } from '@quorum/events';
import type { Catalog } from '../catalog/catalog.js';
import type { ModelProvider } from '../contract/model.js';
import type { Observer } from '../contract/observer.js';
import type { Tape, TapeEntry } from '../contract/tape.js';

/** What an episode is connected to while it runs. Only `observers`, `models`, `tape` and `catalog` can change what happens in it. */
export interface EpisodeOptions {
  readonly log: EventLog;
  readonly onFrame?: (frame: Frame) => void;
  readonly observers?: readonly Observer[];
  /** The log so far, for `Episode.restore`: what heals is no part of the state and has to see it again. */
  readonly history?: readonly QuorumEvent[];
  /** Where seats with a model find it. Without one, every answer has to be on the tape. */
  readonly models?: ModelProvider;
  /** Recorded answers to play from. */
  readonly tape?: Tape;
  /** Takes every model call in the order of the log, taped ones too. */
  readonly onModelCall?: (entry: TapeEntry) => void;
  /** Cancels between ticks; the episode then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Awaited once per second of body time: lets the host serve signals and sockets meanwhile, or slows the show down. */
  readonly breathe?: () => Promise<void>;
  /** Where names are looked up; everything built in by default. */
  readonly catalog?: Catalog;
}

/** How an episode ended. */
export interface EpisodeOutcome {
  readonly status: EpisodeStatus;
  readonly score: number;
  readonly maxScore: number;
  readonly ticks: number;
  /** Virtual time at the end, microseconds. */
  readonly timeMicros: number;
}
