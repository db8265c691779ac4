import type { Markup } from './markup.js';
import type { PageData } from './page-data.js';

/** A part of the page under a heading of its own. */
export interface Section {
  /** Anchor. */
  readonly id: string;
  readonly title: string;
  /** What it shows, one or two sentences. */
  readonly lead: string;
  readonly body: readonly Markup[];
}

/** Makes a section, or null where the run has nothing to show in it. */
export type MakeSection = (data: PageData) => Promise<Section | null>;
