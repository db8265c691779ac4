import type { Addressing, Command, RunListing, TeamMoment } from '../protocol/protocol.js';

/** The two files of an episode, being written or finished. */
export interface EpisodeFiles {
  readonly events: string;
  readonly frames: string;
  readonly complete: boolean;
}

/** Where a viewer finds a run; the command line gives it. */
export interface RunSource {
  /** The run folder: no file that lies elsewhere is read, whatever links say. */
  readonly folder: string;
  listing(): RunListing;
  /** Absolute paths of the files of a listed episode, or null while there are none. */
  files(episode: string): EpisodeFiles | null;
  /** Who may address whom in a listed episode at a moment; null where nobody knows. */
  addressing(episode: string, moment: TeamMoment): Addressing | null;
}

/** Who may change how a run is played, and what it does. */
export interface RunControl {
  /** Who knows it may. */
  readonly token: string;
  apply(command: Command): void;
}
