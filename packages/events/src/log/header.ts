import type { JsonObject } from '../core/json.js';

/** Format name and version of the first line of a log. */
export const LOG_FORMAT = 'quorum-log/1';

/** What fills a seat: a language model, a rule-based stand-in for one, or a script. Never ranked together. */
export type ModelKind = 'llm' | 'stand-in' | 'scripted';

/** One seat of the team: which agent fills it, with which options. */
export interface SeatSpec {
  readonly agent: string;
  readonly modelKind: ModelKind;
  readonly options: JsonObject;
}

/** A part of a structure: its name, and its options with every default filled in. */
export interface PartSpec {
  readonly name: string;
  readonly options: JsonObject;
}

/** What an episode may spend on models before it ends with status `model_budget`; null for no limit. */
export interface ModelLimits {
  readonly calls: number | null;
  /** Input and output tokens. */
  readonly tokens: number | null;
}

/** How virtual time is charged for thinking. */
export interface ClockSpec {
  /** `barrier`: the world waits until every seat is ready. `async`: it moves while a seat thinks. */
  readonly mode: 'barrier' | 'async';
  /** Name of a frozen clock profile, such as `zero-v1`. */
  readonly profile: string;
  /** Thinking time over body time; 1 is real time. */
  readonly timeScale: number;
}

/**
 * The first line of a log: everything that determines the episode and nothing else. Dates, hosts and wall times
 * live in the run's manifest, so that two runs of one seed are byte-identical.
 */
export interface EpisodeHeader {
  readonly format: typeof LOG_FORMAT;
  /** Versioned scenario name, `push-nine-v0`. */
  readonly scenario: string;
  /** Scenario options with every default filled in. */
  readonly options: JsonObject;
  readonly seed: number;
  /** A further sample of the same condition and seed, from 1. */
  readonly repeat: number;
  /** In seat order; the index is the seat number. */
  readonly team: readonly SeatSpec[];
  /** Named structure, `individual`: where topology, protocol and channel come from unless they are set one by one. */
  readonly structure: string;
  /** The graph of who may address whom. */
  readonly topology: PartSpec;
  /** The state machine of who speaks and plans when. */
  readonly protocol: PartSpec;
  /** How messages travel: options of the channel, every default filled in. */
  readonly channel: JsonObject;
  readonly clock: ClockSpec;
  /** Limit of body time in ticks. */
  readonly horizonTicks: number;
  /** Limit of virtual time in microseconds, or null for none. */
  readonly deadlineMicros: number | null;
  readonly limits: ModelLimits;
  /** A fault that is injected; absent for none. */
  readonly fault?: PartSpec;
  /** What watches the interaction graph and heals; absent for nothing. */
  readonly healing?: PartSpec;
  /** What checks plans before bodies move and has them repaired; absent for nothing. */
  readonly repair?: PartSpec;
  /** Version of every component that can move a result, `{ engine: 'rapier2d-deterministic-0.20.0', … }`. */
  readonly versions: Readonly<Record<string, string>>;
}
