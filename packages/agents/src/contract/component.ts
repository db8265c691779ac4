import type { JsonObject } from '@quorum/events';
import type { z } from 'zod';

/** A named, versioned part of an episode that has options. */
export interface Component {
  readonly name: string;
  /** One line for lists. */
  readonly summary: string;
  /** Raised whenever the same episode could go on otherwise. */
  readonly version: number;
  /** Strict schema of its options; parsing fills in the defaults. */
  readonly options: z.ZodType<JsonObject>;
}
