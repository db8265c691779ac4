import type { JsonObject } from '@quorum/events';

/** Name of a part of a structure and the options that differ from its defaults. */
export interface PartChoice {
  readonly name: string;
  readonly options?: JsonObject;
}

/** A named bundle of topology, protocol and channel. Each part can also be set alone. */
export interface Structure {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  readonly topology: PartChoice;
  readonly protocol: PartChoice;
  /** Channel options that differ from the defaults. */
  readonly channel?: JsonObject;
}
