import type { EpisodeStatus } from '@quorum/events';

/** Version of what server and page say to each other; a page of another version asks to be loaded anew. */
export const PROTOCOL = 'quorum-view/1';

/** An episode as lists of a run show it. */
export interface ListedEpisode {
  /** Its folder inside the run: its name in every message and link. */
  readonly path: string;
  readonly seed: number;
  readonly repeat: number;
  /** `planned`: nothing of it exists yet. `playing`: its log is being written. */
  readonly status: EpisodeStatus | 'planned' | 'playing';
  /** Primary metric; null until it has ended, or where it has none. */
  readonly score: number | null;
}

/** A condition as lists of a run show it. */
export interface ListedCondition {
  readonly fingerprint: string;
  /** What sets it apart from the others. */
  readonly label: string;
  /** `llm`, `stand-in`, `scripted`, or several joined by `+`. */
  readonly modelKind: string;
  /** `barrier reference-v1`. */
  readonly clock: string;
  /** Name of its structure. */
  readonly structure: string;
  /** Name of its topology. */
  readonly topology: string;
  /** Null where it changes in the course of an episode, or with the seed. */
  readonly addressing: Addressing | null;
  readonly episodes: readonly ListedEpisode[];
}

/** Two conditions that differ in one thing. */
export interface ListedComparison {
  /** What they differ in: `structure`, `channel.loss`. */
  readonly axis: string;
  /** Fingerprints. The difference is `condition − baseline`. */
  readonly condition: string;
  readonly baseline: string;
  /** Whether the suite declares it, or it merely can be made. */
  readonly declared: boolean;
}

/** What tokens of a language model cost, US dollars per million; hidden thinking counts as output. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

/** Who may address whom in a team. */
export interface Addressing {
  /** Seats that each seat may address, in seat order. */
  readonly out: readonly (readonly number[])[];
  /** The superior of each seat, null at the top; null where there is no hierarchy. */
  readonly parents: readonly (number | null)[] | null;
  /** Role of each seat, as its protocol names it; empty where that is not known. */
  readonly roles: readonly string[];
}

/** A moment of an episode, as far as it decides who may address whom. */
export interface TeamMoment {
  /** Virtual, microseconds. */
  readonly time: number;
  /** Where the body of each seat is, metres. */
  readonly places: readonly (readonly [x: number, y: number])[];
}

/** What a run holds by now. */
export interface RunListing {
  readonly protocol: typeof PROTOCOL;
  /** Name of the run folder. */
  readonly run: string;
  readonly suite: string;
  readonly title: string;
  /** Name of the primary metric. */
  readonly primary: string;
  readonly conditions: readonly ListedCondition[];
  /** Those that the suite declares, in its order, then all others between conditions of one kind of model. */
  readonly comparisons: readonly ListedComparison[];
  /** Prices of the language models in it, as far as they are known, by `provider:model`. */
  readonly prices: Readonly<Record<string, TokenPrice>>;
  /** Whether episodes may still be added. */
  readonly live: boolean;
  /** How it is being played; null for a run that is not. */
  readonly playing: PlayState | null;
}

/** How a run is being played. */
export interface PlayState {
  readonly paused: boolean;
  /** Body seconds per second; null for as fast as it goes. */
  readonly speed: number | null;
  /** What language models cost so far, for a person; null where none is asked. */
  readonly cost: string | null;
}

/** What a page that knows the token can do to a run that is being played. */
export type Command =
  | { readonly do: 'pause' | 'resume' | 'step' | 'stop' }
  | { readonly do: 'speed'; readonly speed: number | null };

/** How much of an episode a page holds already, in bytes of the two files. */
export interface Held {
  readonly events: number;
  readonly frames: number;
}

/** Binary data: a `Buffer` where it is sent, an `ArrayBuffer` where it is received. */
export type Bytes = Uint8Array | ArrayBuffer;

/** A piece of an episode: the bytes of its log and its frames that follow those that the page holds. */
export interface EpisodePiece {
  readonly episode: string;
  /** Counts the pieces since joining, from 1. Number 1 is the snapshot: it begins where the page's own bytes end. */
  readonly number: number;
  /** Where the bytes belong; 0 means that everything held is void. */
  readonly from: Held;
  readonly events: Bytes;
  readonly frames: Bytes;
  /** The episode has ended, and this was the last piece. */
  readonly complete: boolean;
}

/** What a page may ask of its server. Each request is answered, by `Refusal` where it is refused. */
export interface PageMessages {
  run(answer: (listing: RunListing) => void): void;
  /** Joins an episode: its pieces follow, each after the one before was acknowledged. */
  join(
    request: { readonly episode: string; readonly held: Held },
    answer: (problem: Refusal | null) => void,
  ): void;
  leave(request: { readonly episode: string }): void;
  /** Asks who may address whom at a moment, where that changes. */
  addressing(
    request: { readonly episode: string } & TeamMoment,
    answer: (addressing: Addressing | Refusal | null) => void,
  ): void;
  /** Changes how the run is played. */
  control(
    request: { readonly token: string; readonly command: Command },
    answer: (problem: Refusal | null) => void,
  ): void;
}

/** What a server tells its pages. */
export interface ServerMessages {
  /** The run has changed. */
  run(listing: RunListing): void;
  /** Acknowledged when taken in: a slow page gets fewer and larger pieces, and holds nobody up. */
  piece(piece: EpisodePiece, taken: () => void): void;
}

/** Why a request is refused, in one sentence. */
export interface Refusal {
  readonly message: string;
}
