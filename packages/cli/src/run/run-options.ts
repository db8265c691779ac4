import type { Shard } from './shard.js';

/** Options of `quorum run`, as the command line gives them. */
export interface RunOptions extends ModelOptions {
  /** `axis=a,b`, once per axis. */
  readonly grid: readonly string[];
  /** `a,a,b`: one team, seat by seat. */
  readonly team?: string;
  /** Model of every agent that uses one and does not name its own. */
  readonly model?: string;
  readonly seeds?: string;
  readonly repeats?: number;
  /** Run folder. */
  readonly output?: string;
  /** Threads. */
  readonly workers: number;
  /** Episodes in the hands of a thread; where left out, as many as suit the models. */
  readonly concurrency?: number;
  /** Plays only episodes whose path matches. */
  readonly only?: string;
  readonly shard?: Shard;
  /** Plays episodes again whose provider or agent failed. */
  readonly retryErrors: boolean;
  /** A run folder to take the answers of models from. */
  readonly tape?: string;
  /** Asks live what the tapes do not hold. */
  readonly recordMissing: boolean;
  readonly dryRun: boolean;
  /** Serves the run as a page while it is played. */
  readonly view: boolean;
  /** Port of the page. */
  readonly port: number;
  /** Address that the page is served on. */
  readonly host: string;
  /** What one has to know to watch. */
  readonly token?: string;
  /** Body seconds per second while it is watched; where left out, as fast as it goes. */
  readonly speed?: number;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Stack traces of failed episodes; an option of `quorum` itself. */
  readonly debug: boolean;
}

/** How language models are reached, and what they may cost. None of it can change a result. */
export interface ModelOptions {
  readonly baseUrl?: string;
  readonly maxConnections?: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** Seconds. */
  readonly modelTimeout?: number;
  /** US dollars, all sessions of the run together. */
  readonly maxCost?: number;
  /** File of prices in place of the built-in ones. */
  readonly prices?: string;
}
