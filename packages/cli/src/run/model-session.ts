import type { MessagePort } from 'node:worker_threads';
import type { EpisodeHeader } from '@quorum/events';
import type { ManifestModels, ModelUsage } from '../run-folder/manifest.js';
import type { CountedUsage } from './count-usage.js';

/** The language models of one session of playing, as the main thread holds them. */
export interface ModelSession {
  /**
   * Finds out before anything is played whether a model can be asked.
   * @throws QuorumError `UNKNOWN_NAME`, `MODEL_UNAVAILABLE`, `CONFIG_INVALID`
   */
  check(model: string): Promise<void>;
  /** A line for one episode; null where it needs none. */
  connect(header: EpisodeHeader): ModelLine | null;
  /** What an episode used, with its price; null for nothing. */
  price(usage: readonly CountedUsage[]): readonly ModelUsage[] | null;
  /** What the session used so far, for the manifest. */
  record(): ManifestModels;
  /** For a person who watches: costs of the run so far, calls under way. */
  remark(): string;
  /** For a person, afterwards: calls, tokens and costs of the session. */
  summary(): string;
  /** Ends what is still under way. */
  close(): Promise<void>;
}

/** The way of one episode to its language models. */
export interface ModelLine {
  /** For the thread that plays it. */
  readonly port: MessagePort;
  /** Hangs up; what is still asked is taken back. */
  close(): void;
}
